import { z } from 'zod';
import {
  esRechazo,
  FORMA_ID_PUBLICO,
  pagina,
  rechazo,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { SOBRE_LO_QUE_SE_DEBE } from '../politicas.ts';
import { ANULAR, COBRAR, MOVER, REDUCIR, type ClaseDeActo } from './clases.ts';
import { contextoDe, type Contexto } from './contexto.ts';
import { caminoDe, caminoDeAtencion } from './direcciones.ts';
import { FORMA_DE_RENGLON, ultimoComprobante } from './lo-que-hay.ts';
import { paginaDeActo, paginaDeConfirmar } from './paginas/acto.tsx';
import { proponerActo } from './proponer.ts';
import { rutasDeResolver } from './rutas-resolver.ts';

const ATENCION = z.string().regex(FORMA_ID_PUBLICO);
const SOBRE_UN_ASIENTO = z.object({ atencion: ATENCION, asiento: z.string().regex(FORMA_DE_RENGLON) });
const SIN_ASIENTO = z.object({ atencion: ATENCION });

type Cual = { atencion: string; asiento?: string };

/** The two addresses of an act: what is asked, and, with what was typed, how everything will be, and doing it. */
function rutasDe<C extends Contexto, V>(e: { urlPublica: string }, clase: ClaseDeActo<C, V>): Ruta[] {
  const conAsiento = clase.slug !== 'cobrar';
  const comun = {
    acceso: 'funcionario',
    roles: SOBRE_LO_QUE_SE_DEBE.cambiar,
    camino: `/mesa/obligaciones/:atencion/${clase.slug}${conAsiento ? '/:asiento' : ''}`,
    parametros: (conAsiento ? SOBRE_UN_ASIENTO : SIN_ASIENTO) as z.ZodType<Cual, Cual>,
  } as const;
  const caminoEn = ({ atencion, asiento }: Cual) => caminoDe(atencion, clase.slug, asiento);
  const mostrar = (
    p: Pick<Peticion<Cual>, 'parametros' | 'escrito' | 'enTransaccion'>,
    errores?: Record<string, string>,
  ) =>
    p.enTransaccion(async (trx) => {
      const contexto = clase.situar(await contextoDe(trx, p.parametros.atencion), p.parametros.asiento);
      return paginaDeActo({ clase, contexto, camino: caminoEn(p.parametros), valores: p.escrito, errores });
    });
  return [
    ruta({
      ...comun,
      nombre: `obligaciones.mesa-${clase.slug}`,
      metodo: 'GET',
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...comun,
      nombre: `obligaciones.mesa-${clase.slug}-hacer`,
      metodo: 'POST',
      porMinuto: 60,
      cuerpo: clase.pregunta.esquema,
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        if (p.ocultos._accion === 'cambiar') return pagina(await mostrar(p));
        // What was typed names the request: amounts are no JSON.
        return p.enTransaccion((trx) =>
          unaSolaVez(trx, { ...p, cuerpo: p.escrito }, async (): Promise<Respuesta> => {
            const { atencion, asiento } = p.parametros;
            const contexto = clase.situar(await contextoDe(trx, atencion), asiento);
            const noEsta = clase.pregunta.admite?.(p.cuerpo, contexto);
            if (noEsta) return rechazo(noEsta);
            const acto = clase.armar(p.cuerpo, contexto);
            if (esRechazo(acto)) return acto;
            const visto = p.ocultos._visto;
            if (visto !== ultimoComprobante(contexto.libro)) {
              const cambio = visto !== undefined;
              const camino = caminoEn(p.parametros);
              return pagina(paginaDeConfirmar({ clase, contexto, acto, camino, escrito: p.escrito, cambio }));
            }
            const hecho = await proponerActo(trx, { contexto, acto, urlPublica: e.urlPublica });
            if (esRechazo(hecho)) return hecho;
            const que = hecho.hecho ? 'hecho' : 'propuesto';
            return redirigir(`${caminoDeAtencion(atencion)}?acto=${hecho.numero}&que=${que}`);
          }),
        );
      },
    }),
  ];
}

/** Acts of the office upon what somebody owes and paid, within a reason for looking at them. */
export const rutasActos = (e: { urlPublica: string }): Ruta[] => [
  ...rutasDe(e, MOVER),
  ...rutasDe(e, ANULAR),
  ...rutasDe(e, REDUCIR),
  ...rutasDe(e, COBRAR),
  ...rutasDeResolver(e),
];
