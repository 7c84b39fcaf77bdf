import { TIPOS_DOCUMENTO } from '@autogestion/normas/documentos-identidad';
import {
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  FormularioPost,
  Pagina,
  renderizarPagina,
  ResumenErrores,
  Selector,
  TextoInset,
} from '../../interfaz/index.ts';
import type { Formulario } from '../../plataforma/index.ts';

/** Documents of people who may have a RUT of their own. */
const TIPOS = ['13', '22', '48', '41', '47', '46', '21'];

interface Props {
  csrf: string;
  valores?: Formulario;
  errores?: Record<string, string>;
  recuperado?: boolean;
  demostracion: boolean;
}

export function paginaEntrar({ csrf, valores = {}, errores = {}, recuperado, demostracion }: Props): string {
  const campo = camposDe({ valores, errores });
  return renderizarPagina(
    <Pagina titulo="Entrar" error={Object.keys(errores).length > 0} migas={[{ texto: 'Inicio', href: '/' }]}>
      <ResumenErrores errores={errores} />
      <h1 class="govuk-heading-l">Entre con su documento</h1>
      {recuperado ? (
        <TextoInset>
          Su sesión se había cerrado. Entre de nuevo y seguirá donde iba; lo que escribió está guardado.
        </TextoInset>
      ) : null}
      <p class="govuk-body">Le enviaremos un código al correo que tiene en el RUT. No necesita contraseña.</p>
      <FormularioPost accion="/entrar" csrf={csrf}>
        <Selector
          {...campo.texto('tipo')}
          valor={campo.texto('tipo').valor || '13'}
          etiqueta="Tipo de documento"
          opciones={TIPOS_DOCUMENTO.filter((t) => TIPOS.includes(t.codigo)).map((t) => ({
            valor: t.codigo,
            texto: t.nombre,
          }))}
        />
        <CampoTexto
          {...campo.texto('numero')}
          etiqueta="Número del documento"
          autocompletar="off"
          ortografia={false}
          ancho={20}
        />
        <Boton>Enviarme un código</Boton>
      </FormularioPost>
      <p class="govuk-body">
        ¿Todavía no tiene RUT?{' '}
        <a class="govuk-link" href="/rut/inscripcion">
          Inscríbase
        </a>
      </p>
      {demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
}

const AvisoDemostracion = () => (
  <TextoInset>
    Esto es una demostración con personas ficticias. Los códigos llegan al{' '}
    <a class="govuk-link" href="/operacion/buzon">
      buzón de la demostración
    </a>
    .
  </TextoInset>
);

export const paginaCodigo = (o: {
  csrf: string;
  errores?: Record<string, string>;
  espere?: boolean;
  demostracion: boolean;
}) =>
  renderizarPagina(
    <Pagina titulo="Escriba el código" error={o.errores !== undefined} indexable={false} volver="/entrar">
      <ResumenErrores errores={o.errores ?? {}} />
      <h1 class="govuk-heading-l">Escriba el código</h1>
      <p class="govuk-body">
        {o.espere
          ? 'Hace menos de un minuto pidió un código. Si ese documento tiene RUT, ya va en camino.'
          : 'Si ese documento tiene RUT, le enviamos un código al correo registrado.'}{' '}
        Puede tardar un minuto; mire también en el correo no deseado.
      </p>
      <FormularioPost accion="/entrar/codigo" csrf={o.csrf}>
        <CampoCodigo
          {...camposDe({ errores: o.errores ?? {} }).texto('codigo')}
          etiqueta="Código"
          ayuda="Seis letras y números. Sirve por diez minutos."
        />
        <Boton>Entrar</Boton>
      </FormularioPost>
      {o.demostracion ? <AvisoDemostracion /> : null}
    </Pagina>,
  );
