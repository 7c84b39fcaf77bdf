import { definidos } from '@autogestion/normas/definidos';
import {
  errores,
  type Claves,
  type Formulario,
  type Sesion,
  type SinEmitir,
  type Transaccion,
} from '../../plataforma/index.ts';
import { cargarAlDia, cerrarBorrador, escribirBorrador, heredarAcceso } from './borradores.ts';
import type { Accion, Efecto, Recorrido, Terminacion } from './definicion.ts';
import { estadoDe, leerPaso, mismoFormulario, puedeVerse, type Borrador, type Estado } from './estado.ts';
import { pasoDe, primeraDeOtra } from './vueltas.ts';

export interface EntradaPaso {
  borrador: string;
  paso: string;
  escrito: Formulario;
  /** Revision of the draft when the page was shown; undefined from the API without `If-Match`. */
  revision: number | undefined;
  sesion: Sesion;
}

export type ResultadoPaso<R extends object, H extends object> =
  | { tipo: 'guardado'; estado: Estado<R, H>; borrador: Borrador; espere?: SinEmitir }
  | {
      tipo: 'invalido';
      campos: Record<string, string>;
      estado: Estado<R, H>;
      borrador: Borrador;
      espere?: SinEmitir;
    }
  | { tipo: 'conflicto'; guardado: Formulario; estado: Estado<R, H>; borrador: Borrador }
  | { tipo: 'desvio'; a: string; motivo: string }
  | { tipo: 'antes'; estado: Estado<R, H>; borrador: Borrador }
  | { tipo: 'terminado'; a: string; resultado: Record<string, unknown> };

/** What was asked outside, and of which answers: for others it is worth nothing. */
interface Consulta {
  de: string;
  respuesta: unknown;
}

const otrasRespuestas = (borrador: Borrador, slug: string): string =>
  JSON.stringify(
    Object.entries(borrador.respuestas).flatMap(([s, r]) => (s === slug ? [] : [[s, r.escrito]])),
  );

/** What of a step must be asked outside before saving it; undefined when nothing or when the answer is not valid. */
export async function consultarAntes<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  e: EntradaPaso,
): Promise<(() => Promise<Consulta>) | undefined> {
  const paso = pasoDe(def.pasos, e.paso);
  const consultar = paso?.consultar;
  if (!paso || !consultar) return undefined;
  const borrador = await cargarAlDia(trx, def, e.borrador, 'leer');
  if (borrador.terminado) return undefined;
  const estado = estadoDe(def, borrador, e.paso);
  const leido = leerPaso(paso, e.escrito, estado.datos);
  if (!leido.ok || !puedeVerse(estado, e.paso)) return undefined;
  const de = otrasRespuestas(borrador, paso.slug);
  return async () => ({ de, respuesta: await consultar(leido.valor, estado.datos) });
}

const CAMBIO =
  'Otra de sus respuestas cambió en otra ventana mientras comprobábamos esta. Revise lo que escribió e intente otra vez.';

/** Saves one step of a draft, with what saving does besides. One transaction; the draft's row is locked. */
export async function guardarPaso<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  claves: Claves,
  e: EntradaPaso,
  consulta: Consulta | undefined,
): Promise<ResultadoPaso<R, H>> {
  const borrador = await cargarAlDia(trx, def, e.borrador, 'escribir');
  if (borrador.terminado) {
    const { a, resultado } = borrador.terminado;
    return { tipo: 'terminado', a, resultado };
  }
  const estado = estadoDe(def, borrador, e.paso);
  const paso = pasoDe(def.pasos, e.paso);
  if (!paso) throw errores.noEncontrado();
  if (!puedeVerse(estado, e.paso)) return { tipo: 'antes', estado: estadoDe(def, borrador), borrador };

  const leido = leerPaso(paso, e.escrito, estado.datos);
  if (paso.cierra && leido.ok && paso.abreOtra?.(leido.valor, estado.datos)) {
    const primera = primeraDeOtra(def.pasos, paso.cierra, Object.keys(borrador.respuestas));
    return { tipo: 'guardado', estado: estadoDe(def, borrador, primera), borrador };
  }

  const escrito = leido.ok && paso.escribir ? paso.escribir(leido.valor) : e.escrito;
  const anterior = borrador.respuestas[paso.slug];
  const cambioOtro = anterior && e.revision !== undefined && anterior.revision > e.revision;
  if (cambioOtro && !mismoFormulario(anterior.escrito, escrito)) {
    return { tipo: 'conflicto', guardado: anterior.escrito, estado, borrador };
  }

  if (!leido.ok) return { tipo: 'invalido', campos: leido.campos, estado, borrador };

  // Nobody was waiting while it was asked: another window may have put somebody else's document in the draft.
  if (paso.consultar && consulta?.de !== otrasRespuestas(borrador, paso.slug)) {
    return { tipo: 'invalido', campos: { _: CAMBIO }, estado, borrador };
  }

  const efecto: Efecto<H> = paso.alGuardar
    ? await paso.alGuardar(
        { trx, borrador, sesion: e.sesion, datos: estado.datos },
        leido.valor,
        consulta?.respuesta,
      )
    : { tipo: 'guardado' };
  const revision = borrador.revision + 1;
  const guarda =
    paso.guarda !== false && (efecto.tipo === 'guardado' || (efecto.tipo === 'desvio' && efecto.guardar));
  const nuevo: Borrador = {
    ...borrador,
    revision,
    hechos: { ...borrador.hechos, ...efecto.hechos },
    respuestas: guarda ? { ...borrador.respuestas, [paso.slug]: { escrito, revision } } : borrador.respuestas,
  };
  const correo = efecto.tipo === 'guardado' ? efecto.correo : undefined;
  await escribirBorrador(trx, nuevo, def.version, correo ? hashDeCorreo(claves, correo) : undefined);
  const despues = estadoDe(def, nuevo);
  switch (efecto.tipo) {
    case 'guardado':
      return { tipo: 'guardado', estado: despues, borrador: nuevo, ...definidos({ espere: efecto.espere }) };
    case 'rechazado':
      return {
        tipo: 'invalido',
        campos: efecto.campos,
        estado: despues,
        borrador: nuevo,
        ...definidos({ espere: efecto.espere }),
      };
    case 'desvio':
      return { tipo: 'desvio', a: efecto.a, motivo: efecto.motivo };
  }
}

/** Runs one of the further buttons of a step's page. */
export async function ejecutarAccion<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  e: EntradaPaso & { accion: string },
): Promise<{ accion: Accion<H>; estado: Estado<R, H>; borrador: Borrador } | { terminado: { a: string } }> {
  const borrador = await cargarAlDia(trx, def, e.borrador, 'escribir');
  if (borrador.terminado) return { terminado: borrador.terminado };
  const estado = estadoDe(def, borrador, e.paso);
  const hacer = pasoDe(def.pasos, e.paso)?.acciones?.[e.accion];
  if (!hacer || !puedeVerse(estado, e.paso)) throw errores.noEncontrado();
  const accion = await hacer({ trx, borrador, sesion: e.sesion, datos: estado.datos }, e.escrito);
  if (!accion.hechos) return { accion, estado, borrador };
  const nuevo = {
    ...borrador,
    revision: borrador.revision + 1,
    hechos: { ...borrador.hechos, ...accion.hechos },
  };
  await escribirBorrador(trx, nuevo, def.version, undefined);
  return { accion, estado: estadoDe(def, nuevo, e.paso), borrador: nuevo };
}

/** How long the session that finished a draft may ask again for what the first answer carried. */
const REPETIR_MS = 10 * 60_000;

/**
 * Finishes a complete draft, once: a second time answers what the first did. With the revision that was reviewed,
 * nothing that was answered later is declared unseen.
 */
export async function terminarRecorrido<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  e: { borrador: string; sesion: Sesion; revision: number | undefined },
): Promise<
  | { tipo: 'terminado'; terminacion: Terminacion }
  | { tipo: 'falta'; paso: string }
  | { tipo: 'cambio'; estado: Estado<R, H>; borrador: Borrador }
  | { tipo: 'impedido'; motivos: readonly string[]; estado: Estado<R, H>; borrador: Borrador }
> {
  const borrador = await cargarAlDia(trx, def, e.borrador, 'escribir');
  if (borrador.terminado) {
    const { a, resultado, privado, en } = borrador.terminado;
    const reciente = trx.ahora.getTime() - en.getTime() < REPETIR_MS;
    const sesion = reciente ? await def.repetir?.({ trx, sesion: e.sesion, privado }) : undefined;
    if (sesion) await heredarAcceso(trx, borrador.id, sesion);
    return { tipo: 'terminado', terminacion: { a, resultado, ...definidos({ sesion }) } };
  }
  const estado = estadoDe(def, borrador);
  if (estado.siguiente) return { tipo: 'falta', paso: estado.siguiente.slug };
  const { revision } = e;
  if (revision !== undefined && Object.values(borrador.respuestas).some((r) => r.revision > revision)) {
    return { tipo: 'cambio', estado, borrador };
  }
  const motivos = def.impedimentos?.(estado.datos) ?? [];
  if (motivos.length > 0) return { tipo: 'impedido', motivos, estado, borrador };
  const terminacion = await def.terminar({
    trx,
    borrador,
    sesion: e.sesion,
    datos: { respuestas: estado.datos.respuestas as R, hechos: estado.datos.hechos },
  });
  const { a, resultado, privado = {} } = terminacion;
  if (terminacion.sesion) await heredarAcceso(trx, borrador.id, terminacion.sesion);
  await cerrarBorrador(trx, borrador.id, { a, resultado, privado });
  return { tipo: 'terminado', terminacion };
}

/** How a draft is found by its confirmed e-mail without keeping the e-mail in an index. */
export const hashDeCorreo = (claves: Claves, correo: string): Buffer =>
  claves.hmac('borrador-correo', correo.toLowerCase());
