import { definidos } from '@autogestion/normas/definidos';
import { esFecha, formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { terminoDe } from '@autogestion/normas/terminos';
import { sql } from 'kysely';
import { llamada, llamar, type Transaccion } from '../../plataforma/index.ts';
import type { Rol } from '../../cuentas/index.ts';
import { exigirRol } from '../atender-caso.ts';
import { nombreDeEstado } from '../palabras.ts';
import { seDetiene } from '../flujo.ts';
import { UNIDADES } from '../reloj.ts';
import { limiteDelSemaforo, lucesDe, type Semaforo } from '../semaforo.ts';
import { TIPOS_DE_CASO, type TipoDeCaso } from '../tipos.ts';

/** Which cases of a queue: those of the official, those nobody has, those that wait for a second one, or all. */
export const VISTAS = ['mios', 'libres', 'por-confirmar', 'todos'] as const;
export type Vista = (typeof VISTAS)[number];

/** By the traffic light: each of its lights alone, what is due today or soon, and that with what was. */
export const PLAZOS_DE_COLA = ['vencido', 'hoy', 'pronto', 'hoy-o-pronto', 'hasta-pronto'] as const;
export type PlazoDeCola = (typeof PLAZOS_DE_COLA)[number];

export interface FiltroDeCola {
  rol: Rol;
  de: Vista;
  /** Of the cases that this official has, by their public identifier; for who supervises. */
  funcionario?: string;
  tipo?: string;
  plazo?: PlazoDeCola;
  tras?: Cursor;
}

interface Cursor {
  vence: Fecha;
  caso: string;
}

/** A case of a queue, without whose it is: `conQuien` tells it. */
export interface EnCola {
  casoId: string;
  radicado: string;
  tipo: TipoDeCaso;
  estado: string;
  /** It waits for a second official. */
  porConfirmar: boolean;
  turno: 'oficina' | 'persona';
  asignado: string | null;
  radicadoDia: Fecha;
  vence: Fecha;
  semaforo: Semaforo;
  /** «Quedan 3 días hábiles». */
  queda: string;
  /** «3 días». */
  quedaCorto: string;
  /** Where the deadline comes from. */
  porque: string;
}

/** House rule: as many as are looked over without turning the page. */
const POR_PAGINA = 50;

interface Fila {
  caso_id: string;
  radicado: string;
  tipo: string;
  turno: 'oficina' | 'persona';
  estado: string;
  asignado: string | null;
  radicado_dia: Fecha;
  vence: Fecha;
}

/** The oldest deadline first, a page at a time. */
export async function leerCola(
  trx: Transaccion,
  f: FiltroDeCola,
): Promise<{ casos: EnCola[]; siguiente?: Cursor }> {
  await exigirRol(trx, [f.rol, 'supervisor']);
  const de = f.funcionario === undefined ? f.de : 'de';
  const asignado = f.funcionario
    ? await llamar(trx, 'tramites.funcionario_de', { publico: f.funcionario })
    : null;
  const { rows } =
    await sql<Fila>`select caso_id, radicado, tipo, turno, estado, asignado, radicado_dia, vence
    from ${llamada('tramites.cola', { rol: f.rol, tipo: f.tipo ?? null, de, asignado, ...entre(f.plazo, trx.hoy), trasVence: f.tras?.vence ?? null, trasCaso: f.tras?.caso ?? null, limite: POR_PAGINA + 1 })}`.execute(
      trx.bd,
    );
  const luces = lucesDe(trx.hoy);
  const casos = rows.slice(0, POR_PAGINA).map((r) => ({ ...deFila(trx, r), ...luces(r.vence) }));
  const ultimo = rows.length > POR_PAGINA ? casos.at(-1) : undefined;
  return { casos, ...definidos({ siguiente: ultimo && { vence: ultimo.vence, caso: ultimo.casoId } }) };
}

/** The deadlines that shine so. */
function entre(plazo: PlazoDeCola | undefined, hoy: Fecha): { desde: Fecha | null; hasta: Fecha | null } {
  if (plazo === undefined) return { desde: null, hasta: null };
  if (plazo === 'hasta-pronto') return { desde: null, hasta: limiteDelSemaforo('pronto', hoy) };
  if (plazo === 'hoy-o-pronto') return { desde: hoy, hasta: limiteDelSemaforo('pronto', hoy) };
  const antes = { vencido: undefined, hoy: 'vencido', pronto: 'hoy' } as const;
  const luz = antes[plazo];
  return {
    desde: luz ? sumarDias(limiteDelSemaforo(luz, hoy), 1) : null,
    hasta: limiteDelSemaforo(plazo, hoy),
  };
}

/** How many wait in each view; counted no further than `TOPE`. */
export type CuentasDeCola = Record<Vista, number>;
export const TOPE_DE_CUENTA = 1_000;

export async function contarCola(trx: Transaccion, rol: Rol): Promise<CuentasDeCola> {
  await exigirRol(trx, [rol, 'supervisor']);
  const filas: { mios: bigint; libres: bigint; por_confirmar: bigint; todos: bigint }[] = await llamar(
    trx,
    'tramites.cuentas_de_cola',
    { rol, tope: TOPE_DE_CUENTA },
  );
  const [c] = filas;
  return {
    mios: Number(c?.mios ?? 0),
    libres: Number(c?.libres ?? 0),
    'por-confirmar': Number(c?.por_confirmar ?? 0),
    todos: Number(c?.todos ?? 0),
  };
}

function deFila(trx: Transaccion, r: Fila): Omit<EnCola, 'semaforo' | 'queda' | 'quedaCorto'> {
  const tipo = trx.casa.uno(TIPOS_DE_CASO, r.tipo);
  return {
    casoId: r.caso_id,
    radicado: r.radicado,
    tipo,
    estado: nombreDeEstado(tipo.flujo, r.estado),
    porConfirmar: r.estado === 'por-confirmar',
    turno: r.turno,
    asignado: r.asignado,
    radicadoDia: r.radicado_dia,
    vence: r.vence,
    porque: derivacion(tipo, r),
  };
}

/** The rule in a sentence; the page of the case counts day by day. */
function derivacion({ flujo }: TipoDeCaso, { turno, radicado_dia: dia }: Fila): string {
  const { plazos } = flujo;
  const id = turno === 'persona' ? plazos.completar : plazos.decidir;
  const termino = id && terminoDe(id, dia);
  if (!termino?.ok) return '';
  const { cantidad, unidad, norma } = termino.valor;
  return turno === 'persona'
    ? `${cantidad} ${UNIDADES[unidad]} para completar (${norma}); el plazo de la oficina está detenido`
    : `${cantidad} ${UNIDADES[unidad]} desde el ${formatearFecha(dia)}${seDetiene(flujo) ? ', más lo que estuvo detenido' : ''} (${norma})`;
}

export const cursorEnTexto = (c: Cursor): string => `${c.vence}~${c.caso}`;
export function leerCursor(texto: string | undefined): Cursor | undefined {
  const [vence = '', caso = ''] = (texto ?? '').split('~');
  return esFecha(vence) && /^[0-9a-f-]{36}$/.test(caso) ? { vence, caso } : undefined;
}

/** A case whose person was not told what the office decided or asked. */
export interface SinNotificarEnCola {
  radicado: string;
  nombre: string;
  asunto: 'decision' | 'requerimiento';
  desde: Fecha;
}

/** What could not be sent in a queue and nobody notified in another way, the newest first; open cases and closed ones. */
export async function leerSinNotificar(trx: Transaccion, rol: Rol): Promise<SinNotificarEnCola[]> {
  await exigirRol(trx, [rol, 'supervisor']);
  const { rows } = await sql<Omit<SinNotificarEnCola, 'nombre'> & { tipo: string }>`
    select radicado, tipo, asunto, desde from ${llamada('tramites.sin_notificar', { rol, limite: 50 })}`.execute(
    trx.bd,
  );
  return rows.map(({ tipo, ...r }) => ({ ...r, nombre: trx.casa.uno(TIPOS_DE_CASO, tipo).nombre }));
}
