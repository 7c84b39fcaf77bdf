import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { errores, pagina, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { atenderCaso } from '../atender-caso.ts';
import { confirmarDecision, decidirCaso, devolverCaso } from '../decidir-caso.ts';
import { CASO, MESA } from './acceso.ts';
import { actoDeArchivo } from './acto-de-archivo.ts';
import { loDelCaso } from './lo-del-caso.ts';
import { paginaConfirmar, paginaDecidir } from './pagina-decidir.tsx';
import { DECISION } from './preguntas.ts';

const DECIDIR = CASO.extend({ sentido: z.string().regex(/^[a-z-]{3,30}$/) });
type PDecidir = Peticion<z.output<typeof DECIDIR>>;

/** Writing a decision and taking it, and confirming what another prepared. */
export function rutasDeDecision(o: { demostracion: boolean }): Ruta[] {
  const mostrar = async (p: PDecidir, campos?: Record<string, string>) =>
    p.enTransaccion(async (trx) => {
      const caso = await atenderCaso(trx, p.parametros.caso);
      const { sentido } = p.parametros;
      const como = caso.tipo.flujo.sentidos[sentido];
      if (!como && sentido !== 'devuelta') throw errores.noEncontrado();
      if (como?.soloTrasVencer && caso.marcha.vencio === null) throw errores.noEncontrado();
      const deMesa = await loDelCaso(trx, caso);
      return paginaDecidir({
        ...deMesa,
        sentido,
        valores: campos
          ? p.escrito
          : (p.recuperado ?? {
              ...(como?.soloTrasVencer
                ? actoDeArchivo(caso)
                : caso.tipo.plantilla(sentido, {
                    solicitud: caso.solicitud,
                    evaluacion: deMesa.comprobacion.evaluacion,
                  })),
            }),
        seEscribio: campos !== undefined || p.recuperado !== undefined,
        ...definidos({ errores: campos }),
      });
    });
  const mostrarProyecto = (p: Peticion<z.output<typeof CASO>>, campos?: Record<string, string>) =>
    p.enTransaccion(async (trx) => {
      const caso = await atenderCaso(trx, p.parametros.caso);
      return paginaConfirmar({ ...(await loDelCaso(trx, caso)), ...definidos({ errores: campos }) });
    });
  return [
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-preparar-decision',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/decidir/:sentido',
      parametros: DECIDIR,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-decidir',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/decidir/:sentido',
      // Deciding binds the office: whoever found a session open cannot.
      reciente: 'reforzada',
      parametros: DECIDIR,
      cuerpo: DECISION.esquema,
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        const { caso: radicado, sentido } = p.parametros;
        const d = { radicado, ...p.cuerpo, demostracion: o.demostracion };
        await p.enTransaccion((trx) =>
          sentido === 'devuelta' ? devolverCaso(trx, d) : decidirCaso(trx, { ...d, sentido }),
        );
        return redirigir(`/mesa/tramites/${p.parametros.caso}`);
      },
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-revisar-decision',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/confirmar',
      parametros: CASO,
      manejar: async (p) => pagina(await mostrarProyecto(p)),
    }),
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-confirmar',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/confirmar',
      reciente: 'reforzada',
      parametros: CASO,
      invalido: (p, campos) => mostrarProyecto(p, campos),
      async manejar(p) {
        await p.enTransaccion((trx) =>
          confirmarDecision(trx, { radicado: p.parametros.caso, demostracion: o.demostracion }),
        );
        return redirigir(`/mesa/tramites/${p.parametros.caso}`);
      },
    }),
  ];
}
