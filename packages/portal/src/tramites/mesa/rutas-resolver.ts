import { z } from 'zod';
import type { Rol } from '../../cuentas/index.ts';
import {
  errores,
  pagina,
  rechazo,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { anotarNota } from '../anotar-nota.ts';
import { atenderCaso } from '../atender-caso.ts';
import { dibujarVistaPrevia } from '../documentos/vista-previa.ts';
import { tomarSiguiente } from '../repartir-casos.ts';
import { trabajaLaCola } from '../politicas.ts';
import { CASO, MESA, yoDe } from './acceso.ts';
import { leerCola } from './cola.ts';
import { direccionDeCola } from './pagina-cola.tsx';
import { DECISION, NOTA_INTERNA } from './preguntas.ts';
import { anotarHallazgos, resolverCaso } from './resolver-caso.ts';

type P = Peticion<z.output<typeof CASO>>;

const RESUELVE = z
  .object({
    sentido: z.string().regex(/^[a-z-]{3,30}$/, { error: 'Elija cómo se decide.' }),
    despues: z.enum(['siguiente', 'aqui']).default('aqui').catch('aqui'),
  })
  .and(DECISION.esquema);

/** Working a case on its own page: verifying and deciding at once, the act before it is, and what officials write to each other. */
export function rutasDeResolver(o: {
  demostracion: boolean;
  urlPublica: string;
  mostrar: (p: P, campos?: Record<string, string>) => Promise<string>;
}): Ruta[] {
  const comun = { ...MESA, parametros: CASO, invalido: o.mostrar } as const;
  return [
    // Whoever had to prove who they are comes back here, with what they had written.
    ruta({
      ...MESA,
      nombre: 'tramites.mesa-volver-a-resolver',
      metodo: 'GET',
      camino: '/mesa/tramites/:caso/resolver',
      parametros: CASO,
      manejar: async (p) => pagina(await o.mostrar(p)),
    }),
    ruta({
      ...comun,
      nombre: 'tramites.mesa-resolver',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/resolver',
      reciente: 'reforzada',
      cuerpo: RESUELVE,
      async manejar(p) {
        const radicado = p.parametros.caso;
        const { despues, ...decision } = p.cuerpo;
        const no = await p.enTransaccion((trx) =>
          resolverCaso(trx, { radicado, demostracion: o.demostracion, ...decision }, p.escrito),
        );
        if (no) return no;
        if (despues === 'aqui') return redirigir(`/mesa/tramites/${radicado}`);
        return redirigir(await p.enTransaccion((trx) => loSiguiente(trx, radicado)));
      },
    }),
    ruta({
      ...comun,
      nombre: 'tramites.mesa-verificaciones',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/verificaciones',
      cuerpo: z.object({}),
      async manejar(p) {
        const r = await p.enTransaccion((trx) => anotarHallazgos(trx, p.parametros.caso, p.escrito));
        if ('tipo' in r) return r;
        if (r.anotados === 0) return rechazo({ _: 'Marque qué encontró de lo que verificó.' });
        return redirigir(`/mesa/tramites/${p.parametros.caso}`);
      },
    }),
    ruta({
      ...comun,
      nombre: 'tramites.mesa-vista-previa',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/vista-previa',
      porMinuto: 30,
      cuerpo: RESUELVE,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const caso = await atenderCaso(trx, p.parametros.caso);
          const { sentido, razones, fundamento } = p.cuerpo;
          if (sentido !== 'devuelta' && !caso.tipo.flujo.sentidos[sentido]) throw errores.noEncontrado();
          const contenido = await dibujarVistaPrevia(
            trx,
            { caso, sentido, razones, fundamento },
            { urlPublica: o.urlPublica, demostracion: o.demostracion },
          );
          return {
            tipo: 'archivo',
            contenido,
            media: 'application/pdf',
            nombre: `borrador-${caso.radicado}.pdf`,
            enLinea: true,
          };
        }),
    }),
    ruta({
      ...comun,
      nombre: 'tramites.mesa-anotar-nota',
      metodo: 'POST',
      camino: '/mesa/tramites/:caso/notas',
      cuerpo: NOTA_INTERNA.esquema,
      async manejar(p) {
        await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await anotarNota(trx, { radicado: p.parametros.caso, texto: p.cuerpo });
          }),
        );
        return redirigir(`/mesa/tramites/${p.parametros.caso}#caso-historia`);
      },
    }),
  ];
}

/** What follows in the same queue: of what the official already has, the first that is due; otherwise another is taken. */
async function loSiguiente(trx: Transaccion, hecho: string): Promise<string> {
  const yo = await yoDe(trx);
  const { marcha } = await atenderCaso(trx, hecho);
  const rol = marcha.rol as Rol;
  const dicho = `hecho=${hecho}`;
  if (!trabajaLaCola(yo, rol)) return `/mesa/tramites?${dicho}`;
  const { casos } = await leerCola(trx, { rol, de: 'mios' });
  const suyo = casos.find((c) => c.turno === 'oficina')?.radicado;
  const siguiente = suyo ?? (await tomarSiguiente(trx, rol))?.radicado;
  return siguiente ? `/mesa/tramites/${siguiente}?${dicho}` : `${direccionDeCola({ rol })}&${dicho}`;
}
