import { z } from 'zod';
import { errores, pagina, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { cargarAlDia } from './borradores.ts';
import type { Recorrido } from './definicion.ts';
import { estadoDe } from './estado.ts';
import { paginaQuitar } from './paginas-vueltas.tsx';
import { grupoDe, quitarVuelta } from './quitar-vuelta.ts';
import { cuantasVueltas } from './vueltas.ts';
import { CAMBIO, baseDe, comunDe, leerRevision, PARAMETROS, type OpcionesRutas } from './opciones.ts';

const DE_VUELTA = PARAMETROS.extend({
  grupo: z.string(),
  vez: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
});
type P = Peticion<z.output<typeof DE_VUELTA>>;

/** The page that takes one round out of a draft, of the journeys that have rounds. */
export function rutasDeVueltas<R extends object, H extends object>(
  def: Recorrido<R, H>,
  o: OpcionesRutas,
): Ruta[] {
  if (!def.pasos.some((p) => p.repetido)) return [];
  const camino = `${o.base}/quitar/:grupo/:vez`;
  const comun = { ...comunDe(o), parametros: DE_VUELTA };
  const grupo = (p: P) => {
    const este = grupoDe(def, p.parametros.grupo);
    if (!este) throw errores.noEncontrado();
    return este;
  };
  const seguir = (p: P, a = 'revision') => redirigir(`${baseDe(o, p.parametros)}/${a}`);
  const marco = (p: P) => ({ def, base: baseDe(o, p.parametros) });
  return [
    ruta({
      ...comun,
      nombre: `${def.id}.confirmar-quitar`,
      metodo: 'GET',
      camino,
      async manejar(p) {
        const borrador = await p.enTransaccion((trx) => cargarAlDia(trx, def, p.parametros.borrador, 'leer'));
        if (borrador.terminado) return redirigir(borrador.terminado.a);
        const estado = estadoDe(def, borrador);
        const { vez } = p.parametros;
        const hay = cuantasVueltas(grupo(p).grupo, Object.keys(borrador.respuestas));
        if (vez > hay) return seguir(p, estado.siguiente?.slug);
        return pagina(paginaQuitar({ ...marco(p), estado, borrador }, grupo(p), vez));
      },
    }),
    ruta({
      ...comun,
      nombre: `${def.id}.quitar`,
      metodo: 'POST',
      camino,
      async manejar(p) {
        const { borrador, vez } = p.parametros;
        const este = grupo(p);
        const revision = leerRevision(p.ocultos._revision);
        const r = await p.enTransaccion((trx) =>
          quitarVuelta(trx, def, { borrador, grupo: este.grupo, numero: vez, revision }),
        );
        if (r.tipo === 'terminado') return redirigir(r.a);
        if (r.tipo === 'cambio') return pagina(paginaQuitar({ ...marco(p), ...r }, este, vez, [CAMBIO]), 409);
        return seguir(p, r.quedan === 0 ? este.alQuedarSin : r.estado.siguiente?.slug);
      },
    }),
  ];
}
