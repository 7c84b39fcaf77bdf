import { AYUDA_CONTRASENA_NUEVA } from '../../cuentas/index.ts';
import { camposDe, CampoTexto, type Errores } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { Formulario } from '../../plataforma/index.ts';
import { EXPEDICION } from '../preguntas.ts';
import { paginaFirmar, type PropsDeFirmar } from './firmar.tsx';

type Props = Omit<PropsDeFirmar, 'otrosCampos' | 'campoContrasena' | 'boton' | 'camino'> & {
  valores?: Formulario;
  renueva: boolean;
};

/** Identity, dynamic key and the new password; what is signed with it first is form 10036, shown above. */
export function paginaEmitir({ valores = {}, renueva, ...resto }: Props): string {
  return paginaFirmar({
    ...resto,
    camino: '/mi-firma/emitir',
    boton: renueva ? 'Renovar mi firma' : 'Obtener mi firma',
    otrosCampos: (
      <Preguntar
        pregunta={EXPEDICION}
        nombre="Fecha de expedición de su documento"
        valores={valores}
        errores={resto.rechazo?.campos ?? {}}
      />
    ),
    campoContrasena: <NuevaContrasena errores={resto.rechazo?.campos ?? {}} />,
  });
}

/** Never filled in again: the person types a password each time. */
export function NuevaContrasena({ errores }: { errores: Errores }) {
  const campo = camposDe({ errores });
  return (
    <>
      <CampoTexto
        {...campo.texto('contrasena')}
        valor=""
        etiqueta="Contraseña nueva para su firma"
        ayuda={`${AYUDA_CONTRASENA_NUEVA} Nadie podrá recuperarla por usted.`}
        tipo="password"
        autocompletar="new-password"
      />
      <CampoTexto
        {...campo.texto('repetida')}
        valor=""
        etiqueta="Escríbala otra vez"
        tipo="password"
        autocompletar="new-password"
      />
    </>
  );
}
