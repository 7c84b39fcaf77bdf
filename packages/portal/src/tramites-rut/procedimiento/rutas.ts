import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  abrirBorrador,
  apiDeRecorrido,
  borradoresDe,
  rutasDeRecorrido,
  type Recorrido,
} from '../../interfaz/recorrido/index.ts';
import {
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  type Claves,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { paginaEntrada } from './entrada.tsx';
import { enCurso, exigirNinguna, incumplidas } from '../../tramites/index.ts';
import { evaluarSinRespuestas, type DefinicionDeProcedimiento } from './definicion.ts';
import { hechosAlAbrir, hechosDelBorrador, type HechosDelBorrador } from './hechos-del-rut.ts';

const TITULAR = z.object({ titular: z.string() });
const ResultadoApi = z.object({ solicitud: z.string().describe('La solicitud, que espera la firma') });

/** Its first page, its journey, and the same for programs. */
export function rutasDelProcedimiento<S extends Json, R extends object, P extends R, Q extends object>(
  t: DefinicionDeProcedimiento<S, R, P>,
  def: Recorrido<Q, HechosDelBorrador>,
  o: { claves: Claves },
): Ruta[] {
  const camino = `/de/:titular/rut/${t.camino}`;
  const api = `/api/v1${camino}`;
  const comun = { acceso: 'titular', parametros: TITULAR, ambito: 'preparar' } as const;
  const abrir = async (trx: Transaccion, titular: string, titularPublico: string) => {
    await exigirNinguna(trx, { titular, tipo: t.id, titularPublico });
    return abrirBorrador(trx, def, { ...hechosAlAbrir(trx) });
  };
  const opciones = { acceso: 'titular', claves: o.claves } as const;
  return [
    ruta({
      ...comun,
      ambito: 'consultar',
      nombre: `tramites-rut.ver-${t.camino}`,
      metodo: 'GET',
      camino,
      async manejar(p) {
        const base = `/de/${p.parametros.titular}`;
        const { hechos, borradores, radicado } = await p.enTransaccion(async (trx) => ({
          radicado: await enCurso(trx, { titular: p.titular, tipo: t.id }),
          hechos: await hechosDelBorrador(trx, p.titular),
          borradores: await borradoresDe(trx, def.id, p.titular),
        }));
        const propio = camino.replace('/de/:titular', base);
        return pagina(
          paginaEntrada({
            borradores,
            impedimentos: incumplidas(evaluarSinRespuestas(t, hechos)),
            alcance: puede(p.actor, p.titular, 'firmar')
              ? 'firma'
              : puede(p.actor, p.titular, 'preparar')
                ? 'prepara'
                : 'consulta',
            ...definidos({ enCurso: radicado ? { nombre: t.caso.nombre, radicado } : undefined }),
            textos: t.textos({ anio: hechos.anio, base }),
            base,
            camino: propio,
          }),
        );
      },
    }),
    ruta({
      ...comun,
      nombre: `tramites-rut.empezar-${t.camino}`,
      metodo: 'POST',
      camino,
      porMinuto: 30,
      async manejar(p) {
        const { idPublico } = await p.enTransaccion((trx) => abrir(trx, p.titular, p.parametros.titular));
        return redirigir(`${camino.replace(':titular', p.parametros.titular)}/${idPublico}`);
      },
    }),
    ruta({
      ...comun,
      nombre: `tramites-rut.api-empezar-${t.camino}`,
      metodo: 'POST',
      camino: api,
      porMinuto: 600,
      api: {
        resumen: `Abre un borrador: ${def.titulo}`,
        etiqueta: def.titulo,
        respuestas: { 201: z.object({ borrador: z.string() }) },
      },
      async manejar(p) {
        const { idPublico } = await p.enTransaccion((trx) => abrir(trx, p.titular, p.parametros.titular));
        return json({ borrador: idPublico }, 201);
      },
    }),
    ...rutasDeRecorrido(def, { ...opciones, base: `${camino}/:borrador`, inicio: '/de/:titular' }),
    ...apiDeRecorrido(def, {
      ...opciones,
      base: `${api}/:borrador`,
      etiqueta: def.titulo,
      resultado: ResultadoApi,
    }),
  ];
}
