import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { Aviso, Boton, camposDe, FormularioPost, Radios } from '../../interfaz/index.ts';
import {
  pagina,
  redirigir,
  ruta,
  type Formulario,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { MESA, yoDe } from '../mesa/acceso.ts';
import { paginaDeMesa, type Funcionaria } from '../mesa/marco.tsx';
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
      yo: await yoDe(trx, p),
      valores: o.errores ? p.escrito : { avisos: (await quiereAvisos(trx)) ? 'si' : 'no' },
      ...o,
    }),
  );

function paginaAvisos(o: {
  yo: Funcionaria;
  valores: Formulario;
  guardado?: boolean;
  errores?: Record<string, string>;
}): string {
  return paginaDeMesa({
    yo: o.yo,
    titulo: 'Correo de lo que vence',
    ...definidos({ errores: o.errores }),
    children: (
      <>
        {o.guardado ? <Aviso tipo="exito">Quedó guardado.</Aviso> : null}
        <p class="govuk-body">
          Cada día hábil, temprano, un correo con cuántos trámites suyos o de sus colas vencieron o vencen en{' '}
          {DIAS_HABILES_DEL_AVISO} días hábiles o menos. Si no hay ninguno, no llega nada. No dice de quién
          son.
        </p>
        <FormularioPost accion={CAMINO} csrf={o.yo.csrf}>
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
        </FormularioPost>
      </>
    ),
  });
}
