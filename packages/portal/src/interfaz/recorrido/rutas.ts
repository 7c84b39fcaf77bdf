import { z } from 'zod';
import {
  ErrorDominio,
  errores,
  json,
  pagina,
  redirigir,
  ruta,
  type Ambito,
  type Claves,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { cargarAlDia } from './borradores.ts';
import type { Recorrido } from './definicion.ts';
import { estadoDe, puedeVerse } from './estado.ts';
import {
  consultarAntes,
  ejecutarAccion,
  guardarPaso,
  terminarRecorrido,
  type EntradaPaso,
} from './guardar-paso.ts';
import { paginaConflicto, paginaPaso, paginaRevision, type Marco } from './paginas.tsx';

export interface OpcionesRutas {
  /** Path of a draft, with `:borrador` (and `:titular` where one acts for a person). */
  base: string;
  acceso: 'visitante' | 'titular' | 'funcionario';
  /** Of officials: the draft is of their session. */
  roles?: readonly string[];
  claves: Claves;
  /** How far one must be able to act for another to finish; as far as to prepare the draft unless told. */
  ambitoParaTerminar?: Ambito;
  /** Where someone whose session is gone takes the draft up again. */
  sinSesion?: (parametros: Record<string, string>) => string;
}

type Parametros = { borrador: string; paso?: string; titular?: string };
type P = Peticion<Parametros>;
const PARAMETROS = z.object({
  borrador: z.string().regex(/^[0-9a-z]{26}$/),
  paso: z.string().optional(),
  titular: z.string().optional(),
});

/** The pages of a journey: a step, the review, the end. */
export function rutasDeRecorrido<R extends object, H extends object>(
  def: Recorrido<R, H>,
  o: OpcionesRutas,
): Ruta[] {
  const baseDe = (p: P) => o.base.replace(/:(\w+)/g, (_, n: keyof Parametros) => p.parametros[n] ?? '');
  const comun = {
    acceso: o.acceso,
    parametros: PARAMETROS,
    ...(o.roles && { roles: o.roles }),
    ambito: 'preparar' as const,
    ...(o.sinSesion && { sinSesion: o.sinSesion as never }),
  };
  const marco = (p: P, m: Pick<Marco<R, H>, 'estado' | 'borrador'>): Marco<R, H> => ({
    def,
    base: baseDe(p),
    csrf: p.csrf(),
    ...m,
  });
  const aDonde = (p: P, siguiente: string | undefined) =>
    redirigir(`${baseDe(p)}/${siguiente ?? 'revision'}`);
  const leer = async (p: P) =>
    p.enTransaccion(async (trx) => {
      const borrador = await cargarAlDia(trx, def, p.parametros.borrador, 'leer');
      return { borrador, estado: estadoDe(def, borrador) };
    });

  return [
    ruta({
      ...comun,
      nombre: `${def.id}.seguir`,
      metodo: 'GET',
      camino: o.base,
      async manejar(p) {
        const { borrador, estado } = await leer(p);
        return borrador.terminado ? redirigir(borrador.terminado.a) : aDonde(p, estado.siguiente?.slug);
      },
    }),
    ruta({
      ...comun,
      nombre: `${def.id}.revisar`,
      metodo: 'GET',
      camino: `${o.base}/revision`,
      async manejar(p) {
        const { borrador, estado } = await leer(p);
        if (borrador.terminado) return redirigir(borrador.terminado.a);
        if (estado.siguiente) return aDonde(p, estado.siguiente.slug);
        return pagina(paginaRevision(marco(p, { borrador, estado })));
      },
    }),
    ruta({
      ...comun,
      ...(o.ambitoParaTerminar && { ambito: o.ambitoParaTerminar }),
      nombre: `${def.id}.terminar`,
      metodo: 'POST',
      camino: `${o.base}/revision`,
      async manejar(p) {
        const r = await p.enTransaccion((trx) =>
          terminarRecorrido(trx, def, {
            borrador: p.parametros.borrador,
            sesion: exigirSesion(p),
            revision: leerRevision(p.ocultos._revision),
          }),
        );
        if (r.tipo === 'falta') return aDonde(p, r.paso);
        if (r.tipo === 'cambio') return pagina(paginaRevision(marco(p, r), [CAMBIO]), 409);
        if (r.tipo === 'impedido') return pagina(paginaRevision(marco(p, r)), 409);
        const { a, sesion } = r.terminacion;
        return { ...redirigir(a), ...(sesion && { sesion }) };
      },
    }),
    ruta({
      ...comun,
      nombre: `${def.id}.ver-paso`,
      metodo: 'GET',
      camino: `${o.base}/:paso`,
      async manejar(p) {
        const { borrador, estado } = await leer(p);
        if (borrador.terminado) return redirigir(borrador.terminado.a);
        const paso = def.pasos.find((x) => x.slug === p.parametros.paso);
        if (!paso) throw errores.noEncontrado();
        if (!puedeVerse(estado, paso.slug)) return aDonde(p, estado.siguiente?.slug);
        const guardado = borrador.respuestas[paso.slug]?.escrito ?? {};
        const desde = leerRevision([p.recuperado?._revision].flat()[0]);
        return pagina(
          paginaPaso(marco(p, { borrador: { revision: desde ?? borrador.revision }, estado }), paso, {
            valores: p.recuperado ?? guardado,
            aviso:
              p.recuperado && 'Su sesión se había cerrado. Conservamos lo que escribió: revíselo y continúe.',
          }),
        );
      },
    }),
    ruta({
      ...comun,
      nombre: `${def.id}.guardar-paso`,
      metodo: 'POST',
      camino: `${o.base}/:paso`,
      async manejar(p) {
        const paso = def.pasos.find((x) => x.slug === p.parametros.paso);
        if (!paso) throw errores.noEncontrado();
        const entrada: EntradaPaso = {
          borrador: p.parametros.borrador,
          paso: paso.slug,
          escrito: p.escrito,
          revision: leerRevision(p.ocultos._revision),
          sesion: exigirSesion(p),
        };
        const accion = p.ocultos._accion;
        if (accion) {
          const r = await p.enTransaccion((trx) => ejecutarAccion(trx, def, { ...entrada, accion }));
          if ('terminado' in r) return redirigir(r.terminado.a);
          const { campos, aviso } = r.accion;
          // The page goes on from what the person saw: searching must not hide what another window saved meanwhile.
          const revision = entrada.revision ?? r.borrador.revision;
          const html = paginaPaso(marco(p, { ...r, borrador: { revision } }), paso, {
            valores: p.escrito,
            ...(campos && { errores: campos }),
            aviso,
          });
          return pagina(html, campos ? 422 : 200);
        }
        const r = await guardar(def, o.claves, p, entrada);
        switch (r.tipo) {
          case 'guardado':
            return aDonde(p, r.estado.siguiente?.slug);
          case 'antes':
            return aDonde(p, r.estado.siguiente?.slug);
          case 'terminado':
          case 'desvio':
            return redirigir(r.a);
          case 'invalido':
            return pagina(paginaPaso(marco(p, r), paso, { valores: p.escrito, errores: r.campos }), 422);
          case 'conflicto':
            return pagina(paginaConflicto(marco(p, r), paso, p.escrito, r.guardado), 409);
        }
      },
    }),
  ];
}

const CAMBIO = 'Sus respuestas cambiaron en otra ventana. Revíselas otra vez antes de terminar.';

/** Asks outside what must be asked, and then saves in one transaction. */
async function guardar<R extends object, H extends object>(
  def: Recorrido<R, H>,
  claves: Claves,
  p: P,
  e: EntradaPaso,
) {
  // Most steps ask nothing outside: they are spared the transaction that would find it out.
  const pregunta = def.pasos.find((x) => x.slug === e.paso)?.consultar !== undefined;
  const consultar = pregunta && (await p.enTransaccion((trx) => consultarAntes(trx, def, e)));
  const consulta = consultar ? await consultar() : undefined;
  return p.enTransaccion((trx) => guardarPaso(trx, def, claves, e, consulta));
}

function exigirSesion(p: P) {
  if (!p.sesion) throw errores.sinSesion();
  return p.sesion;
}

function leerRevision(texto: string | undefined): number | undefined {
  const n = Number((texto ?? '').replace(/^(?:W\/)?"?(\d+)"?$/, '$1'));
  return texto && Number.isSafeInteger(n) ? n : undefined;
}

const EstadoApi = z.object({
  borrador: z.string(),
  revision: z.int(),
  pasos: z.array(z.object({ paso: z.string(), hecho: z.boolean() })),
  siguiente: z.string().nullable(),
  venceEn: z.iso.datetime(),
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
  const comoEstado = (r: {
    estado: ReturnType<typeof estadoDe<R, H>>;
    borrador: { idPublico: string; revision: number; venceEn: Date };
  }): Respuesta => ({
    ...json({
      borrador: r.borrador.idPublico,
      revision: r.borrador.revision,
      pasos: r.estado.pasos.map((x) => ({ paso: x.paso.slug, hecho: x.hecho })),
      siguiente: r.estado.siguiente?.slug ?? null,
      venceEn: r.borrador.venceEn.toISOString(),
    }),
    cabeceras: { etag: `"${r.borrador.revision}"` },
  });
  const ver = ruta({
    ...comun,
    nombre: `${def.id}.api-ver`,
    metodo: 'GET',
    camino: o.base,
    api: { resumen: 'En qué va el borrador', etiqueta: o.etiqueta, respuestas: { 200: EstadoApi } },
    async manejar(p) {
      return p.enTransaccion(async (trx) => {
        const borrador = await cargarAlDia(trx, def, p.parametros.borrador, 'leer');
        return comoEstado({ borrador, estado: estadoDe(def, borrador) });
      });
    },
  });
  const terminar = ruta({
    ...comun,
    ...(o.ambitoParaTerminar && { ambito: o.ambitoParaTerminar }),
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
      if (r.tipo === 'cambio') throw new ErrorDominio('recorrido.conflicto', 409, CAMBIO);
      if (r.tipo === 'impedido') throw new ErrorDominio('recorrido.impedido', 409, r.motivos.join(' '));
      if (r.tipo === 'falta') {
        throw new ErrorDominio('recorrido.falta-paso', 409, `Falta responder el paso «${r.paso}».`, {
          paso: r.paso,
        });
      }
      return json({
        ...r.terminacion.resultado,
        ...(r.terminacion.sesion && { token: r.terminacion.sesion.token }),
      });
    },
  });
  const pasos = def.pasos.map((paso) =>
    ruta({
      ...comun,
      nombre: `${def.id}.api-${paso.slug}`,
      metodo: 'PUT',
      camino: `${o.base}/pasos/${paso.slug}`,
      cuerpo: paso.esquema,
      api: {
        resumen: typeof paso.pregunta === 'string' ? paso.pregunta : paso.nombre,
        etiqueta: o.etiqueta,
        descripcion:
          'Con `If-Match: "<revision>"` se rechaza (409) si la respuesta cambió desde esa revisión.',
        respuestas: { 200: EstadoApi },
      },
      async manejar(p) {
        const r = await guardar(def, o.claves, p as P, {
          borrador: p.parametros.borrador,
          paso: paso.slug,
          escrito: p.escrito,
          revision: leerRevision(p.cabecera('if-match')),
          sesion: exigirSesion(p as P),
        });
        switch (r.tipo) {
          case 'guardado':
            return comoEstado(r);
          case 'terminado':
            return json(r.resultado);
          case 'invalido':
            throw errores.datosInvalidos(r.campos);
          case 'antes':
            throw new ErrorDominio('recorrido.falta-paso', 409, 'Falta responder un paso anterior.', {
              paso: r.estado.siguiente?.slug ?? '',
            });
          case 'conflicto':
            throw new ErrorDominio(
              'recorrido.conflicto',
              409,
              'Esta respuesta cambió desde la revisión que usted conoce.',
            );
          case 'desvio':
            throw new ErrorDominio(
              r.motivo,
              409,
              'Este trámite sigue por otro camino. Abra la dirección indicada.',
              { a: r.a },
            );
        }
      },
    }),
  );
  return [ver, ...pasos, terminar];
}
