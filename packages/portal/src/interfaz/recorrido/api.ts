import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  cabecerasDeEspera,
  ESPERE,
  espereEnApi,
  json,
  rechazo,
  ruta,
  type Ambito,
  type Claves,
  type Respuesta,
  type Ruta,
  type SinEmitir,
} from '../../plataforma/index.ts';
import { cargarAlDia } from './borradores.ts';
import type { Paso, Recorrido } from './definicion.ts';
import { erroresDeRecorrido } from './errores.ts';
import { estadoDe } from './estado.ts';
import { terminarRecorrido } from './guardar-paso.ts';
import { CAMBIO, leerRevision, PARAMETROS } from './opciones.ts';
import { consultarYGuardar, exigirSesion } from './peticiones.ts';
import { quitarVuelta } from './quitar-vuelta.ts';
import { claveDeVuelta } from './vueltas.ts';

const VEZ = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

const EstadoApi = z.object({
  borrador: z.string(),
  revision: z.int(),
  pasos: z.array(z.object({ paso: z.string(), hecho: z.boolean() })),
  siguiente: z.string().nullable(),
  venceEn: z.iso.datetime(),
  /** Of one that ended: what ending it answered. */
  resultado: z.record(z.string(), z.unknown()).optional(),
  /** No other code was sent: `Retry-After` says for how long. */
  espere: ESPERE.optional(),
});

/** The same journey for programs: one route per step, with the step's own schema. */
export function apiDeRecorrido<R extends object, H extends object>(
  def: Recorrido<R, H>,
  o: {
    base: string;
    acceso: 'visitante' | 'titular';
    claves: Claves;
    ambitoParaTerminar?: Ambito;
    etiqueta: string;
    resultado: z.ZodType;
  },
): Ruta[] {
  const comun = { acceso: o.acceso, parametros: PARAMETROS, ambito: 'preparar' as const };
  type Visto = { idPublico: string; revision: number; venceEn: Date };
  const conRevision = (b: Visto, mas: object, espere?: SinEmitir): Respuesta => ({
    ...json({ borrador: b.idPublico, revision: b.revision, ...mas, venceEn: b.venceEn.toISOString() }),
    cabeceras: { etag: `"${b.revision}"`, ...cabecerasDeEspera(espere) },
  });
  const comoEstado = (r: {
    estado: ReturnType<typeof estadoDe<R, H>>;
    borrador: Visto;
    espere?: SinEmitir;
  }): Respuesta =>
    conRevision(
      r.borrador,
      {
        pasos: r.estado.pasos.map((x) => ({ paso: x.paso.slug, hecho: x.hecho })),
        siguiente: r.estado.siguiente?.slug ?? null,
        ...(r.espere && { espere: espereEnApi(r.espere) }),
      },
      r.espere,
    );
  const ver = ruta({
    ...comun,
    nombre: `${def.id}.api-ver`,
    metodo: 'GET',
    camino: o.base,
    api: { resumen: 'En qué va el borrador', etiqueta: o.etiqueta, respuestas: { 200: EstadoApi } },
    async manejar(p) {
      return p.enTransaccion(async (trx) => {
        const borrador = await cargarAlDia(trx, def, p.parametros.borrador, 'leer');
        const { terminado } = borrador;
        if (!terminado) return comoEstado({ borrador, estado: estadoDe(def, borrador) });
        return conRevision(borrador, { pasos: [], siguiente: null, resultado: terminado.resultado });
      });
    },
  });
  const terminar = ruta({
    ...comun,
    ...definidos({ ambito: o.ambitoParaTerminar }),
    nombre: `${def.id}.api-terminar`,
    metodo: 'POST',
    camino: `${o.base}/terminar`,
    api: { resumen: def.revision.boton, etiqueta: o.etiqueta, respuestas: { 200: o.resultado } },
    async manejar(p) {
      const r = await p.enTransaccion((trx) =>
        terminarRecorrido(trx, def, {
          borrador: p.parametros.borrador,
          sesion: exigirSesion(p),
          revision: leerRevision(p.cabecera('if-match')),
        }),
      );
      if (r.tipo === 'cambio') throw erroresDeRecorrido.cambio(CAMBIO);
      if (r.tipo === 'impedido') throw erroresDeRecorrido.impedido(r.motivos);
      if (r.tipo === 'falta') throw erroresDeRecorrido.faltaPaso(r.paso);
      return json({
        ...r.terminacion.resultado,
        ...definidos({ token: r.terminacion.sesion?.token }),
      });
    },
  });
  const poner = (paso: Paso<R, H>, deVuelta: boolean) =>
    ruta({
      ...comun,
      parametros: PARAMETROS.extend({ vez: VEZ.default(1) }),
      nombre: `${def.id}.api-${paso.slug}${deVuelta ? '-vez' : ''}`,
      metodo: 'PUT',
      camino: `${o.base}/pasos/${paso.slug}${deVuelta ? '/:vez' : ''}`,
      cuerpo: paso.esquema,
      api: {
        resumen: typeof paso.pregunta === 'string' ? paso.pregunta : paso.nombre,
        etiqueta: o.etiqueta,
        descripcion: `Con \`If-Match: "<revision>"\` se rechaza (409) si la respuesta cambió desde esa revisión.${deVuelta ? ' `vez` es el número del cambio: lo que el estado llama `paso.2` se pone en `paso/2`.' : ''}`,
        respuestas: { 200: EstadoApi },
      },
      async manejar(p) {
        const r = await consultarYGuardar(def, o.claves, p, {
          borrador: p.parametros.borrador,
          paso: claveDeVuelta(paso.slug, p.parametros.vez),
          escrito: p.escrito,
          revision: leerRevision(p.cabecera('if-match')),
          sesion: exigirSesion(p),
        });
        switch (r.tipo) {
          case 'guardado':
            return comoEstado(r);
          case 'terminado':
            return json(r.resultado);
          case 'invalido':
            return {
              ...rechazo(r.campos),
              ...(r.espere?.tipo === 'espere' && { esperar: r.espere.segundos }),
            };
          case 'antes':
            throw erroresDeRecorrido.faltaUnoAnterior(r.estado.siguiente?.slug ?? '');
          case 'conflicto':
            throw erroresDeRecorrido.conflicto();
          case 'desvio':
            throw erroresDeRecorrido.desvio(r.motivo, r.a);
        }
      },
    });
  const pasos = def.pasos.flatMap((p) => [poner(p, false), ...(p.repetido ? [poner(p, true)] : [])]);
  const grupos = [...new Set(def.pasos.flatMap((p) => p.repetido?.grupo ?? []))];
  const quitar = grupos.map((grupo) =>
    ruta({
      ...comun,
      parametros: PARAMETROS.extend({ vez: VEZ }),
      nombre: `${def.id}.api-quitar-${grupo}`,
      metodo: 'DELETE',
      camino: `${o.base}/vueltas/${grupo}/:vez`,
      api: {
        resumen: 'Quita un cambio de una lista; los que le siguen suben',
        etiqueta: o.etiqueta,
        descripcion: 'Con `If-Match: "<revision>"` se rechaza (409) si la lista cambió desde esa revisión.',
        respuestas: { 200: EstadoApi },
      },
      async manejar(p) {
        const { borrador, vez } = p.parametros;
        const revision = leerRevision(p.cabecera('if-match'));
        const r = await p.enTransaccion((trx) =>
          quitarVuelta(trx, def, { borrador, grupo, numero: vez, revision }),
        );
        if (r.tipo === 'terminado') return json(r.resultado);
        if (r.tipo === 'cambio') throw erroresDeRecorrido.cambio(CAMBIO);
        return comoEstado(r);
      },
    }),
  );
  return [ver, ...pasos, ...quitar, terminar];
}
