import { z } from 'zod';
import { MIGA_MESA } from '../../cuentas/index.ts';
import {
  Aviso,
  Boton,
  camposDe,
  Formulario,
  Pagina,
  Radios,
  renderizarPagina,
  type Valores,
} from '../../interfaz/index.ts';
import { pagina, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { MESA } from '../mesa/acceso.ts';
import { DIAS_HABILES_DEL_AVISO } from './avisar-trabajo.ts';
import { elegirAvisos, quiereAvisos } from './preferencia.ts';

const CAMINO = '/mesa/avisos';

/** Where an official says whether they want the mail of the morning. */
export const rutasDeAvisos: Ruta[] = [
  ruta({
    ...MESA,
    nombre: 'tramites.avisos',
    metodo: 'GET',
    camino: CAMINO,
    consulta: z.object({ guardado: z.literal('si').optional().catch(undefined) }),
    manejar: async (p) => pagina(await mostrar(p, { guardado: p.consulta.guardado === 'si' })),
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.elegir-avisos',
    metodo: 'POST',
    camino: CAMINO,
    cuerpo: z.object({ avisos: z.enum(['si', 'no'], { error: 'Elija si quiere el correo.' }) }),
    invalido: (p, errores) => mostrar(p, { errores }),
    async manejar(p) {
      await p.enTransaccion((trx) => elegirAvisos(trx, p.cuerpo.avisos === 'si'));
      return redirigir(`${CAMINO}?guardado=si`);
    },
  }),
];

const mostrar = (p: Peticion, o: { guardado?: boolean; errores?: Record<string, string> }) =>
  p.enTransaccion(async (trx) =>
    paginaAvisos({
      valores: o.errores ? p.escrito : { avisos: (await quiereAvisos(trx)) ? 'si' : 'no' },
      ...o,
    }),
  );

function paginaAvisos(o: { valores: Valores; guardado?: boolean; errores?: Record<string, string> }): string {
  return renderizarPagina(
    <Pagina titulo="Correo de lo que vence" ancho="ancha" migas={[MIGA_MESA]} errores={o.errores}>
      {o.guardado ? <Aviso tipo="exito">Quedó guardado.</Aviso> : null}
      <p class="govuk-body">
        Cada día hábil, temprano, un correo con cuántos trámites suyos o de sus colas vencieron o vencen en{' '}
        {DIAS_HABILES_DEL_AVISO} días hábiles o menos. Si no hay ninguno, no llega nada. No dice de quién son.
      </p>
      <Formulario accion={CAMINO}>
        <Radios
          {...camposDe({ valores: o.valores, errores: o.errores ?? {} }).texto('avisos')}
          etiqueta="¿Quiere recibirlo?"
          enLinea
          opciones={[
            { valor: 'si', texto: 'Sí' },
            { valor: 'no', texto: 'No' },
          ]}
        />
        <Boton>Guardar</Boton>
      </Formulario>
    </Pagina>,
  );
}
