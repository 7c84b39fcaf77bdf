import { definidos } from '@autogestion/normas/definidos';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { terminoDe } from '@autogestion/normas/terminos';
import { sql } from 'kysely';
import { auditar, llamada, llamar, type Transaccion } from '../../plataforma/index.ts';
import type { Rol } from '../../cuentas/index.ts';
import { exigirRol } from '../atender-caso.ts';
import { nombreDeEstado } from '../palabras.ts';
import { seDetiene } from '../flujo.ts';
import { UNIDADES } from '../reloj.ts';
import { limiteDelSemaforo, lucesDe, type Semaforo } from '../semaforo.ts';
import { TIPOS_DE_CASO, type TipoDeCaso } from '../tipos.ts';
import { MESA } from './acceso.ts';

/** Which cases of a queue: those of the official, those nobody has, those that wait for a second one, or all. */
export const VISTAS = ['mios', 'libres', 'por-confirmar', 'todos'] as const;
export type Vista = (typeof VISTAS)[number];

export interface FiltroDeCola {
  rol: Rol;
  de: Vista;
  tipo?: string;
  /** Only what is overdue, or what is due soon, by the traffic light. */
  plazo?: 'vencido' | 'pronto';
  tras?: Cursor;
}

interface Cursor {
  vence: Fecha;
  caso: string;
}

/** A case of a queue. It says nothing of whose it is: for that it must be opened. */
export interface EnCola {
  casoId: string;
  radicado: string;
  nombre: string;
  estado: string;
  turno: 'oficina' | 'persona';
  asignado: string | null;
  radicadoDia: Fecha;
  vence: Fecha;
  semaforo: Semaforo;
  /** «Quedan 3 días hábiles». */
  queda: string;
  /** Where the deadline comes from. */
  porque: string;
}

const POR_PAGINA = 25;

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
  const luz = f.plazo && limiteDelSemaforo(f.plazo, trx.hoy);
  const { rows } =
    await sql<Fila>`select caso_id, radicado, tipo, turno, estado, asignado, radicado_dia, vence
    from ${llamada('tramites.cola', { rol: f.rol, tipo: f.tipo ?? null, de: f.de, hasta: luz ?? null, trasVence: f.tras?.vence ?? null, trasCaso: f.tras?.caso ?? null, limite: POR_PAGINA + 1 })}`.execute(
      trx.bd,
    );
  const luces = lucesDe(trx.hoy);
  const casos = rows.slice(0, POR_PAGINA).map((r) => ({ ...deFila(trx, r), ...luces(r.vence) }));
  const ultimo = rows.length > POR_PAGINA ? casos.at(-1) : undefined;
  return { casos, ...definidos({ siguiente: ultimo && { vence: ultimo.vence, caso: ultimo.casoId } }) };
}

function deFila(trx: Transaccion, r: Fila): Omit<EnCola, 'semaforo' | 'queda'> {
  const tipo = trx.casa.uno(TIPOS_DE_CASO, r.tipo);
  return {
    casoId: r.caso_id,
    radicado: r.radicado,
    nombre: tipo.nombre,
    estado: nombreDeEstado(tipo.flujo, r.estado),
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

export interface Hallado {
  radicado: string;
  nombre: string;
  radicadoDia: Fecha;
  estado: string;
  vence: Fecha | null;
}

/** By radicado or by NIT, among the cases that the official may open. Whose they are sees that they were looked for. */
export async function buscarCasos(
  trx: Transaccion,
  b: { radicado?: string; nit?: string },
): Promise<Hallado[]> {
  await exigirRol(trx, MESA.roles);
  const { rows } = await sql<{
    radicado: string;
    tipo: string;
    radicado_dia: Fecha;
    estado: string | null;
    vence: Fecha | null;
    titular_id: string;
  }>`select radicado, tipo, radicado_dia, estado, vence, titular_id
    from ${llamada('tramites.buscar', { radicado: b.radicado ?? null, nit: b.nit ?? null, ahora: trx.ahora, limite: 50 })}`.execute(
    trx.bd,
  );
  const por = b.nit === undefined ? 'radicado' : 'nit';
  const hallados = [...new Set(rows.map((r) => r.titular_id))];
  await auditar(trx, { accion: 'tramites.buscar', datos: { por, hallados: hallados.length } });
  for (const persona of hallados) {
    await auditar(trx, { accion: 'tramites.buscar-casos', persona, datos: { por } });
  }
  return rows.map((r) => {
    const tipo = trx.casa.uno(TIPOS_DE_CASO, r.tipo);
    return {
      radicado: r.radicado,
      nombre: tipo.nombre,
      radicadoDia: r.radicado_dia,
      estado: r.estado ? nombreDeEstado(tipo.flujo, r.estado) : 'Terminado',
      vence: r.vence,
    };
  });
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

export interface Carga {
  rol: string;
  tipo: string;
  funcionario: string | null;
  abiertos: number;
  vencidos: number;
  pronto: number;
  masAntiguo: Fecha;
}

/** What each queue and each official has open, and what of it is overdue. */
export async function leerCargas(trx: Transaccion): Promise<Carga[]> {
  await exigirRol(trx, ['supervisor', 'auditor']);
  const rows: {
    rol: string;
    tipo: string;
    funcionario: string | null;
    abiertos: bigint;
    vencidos: bigint;
    pronto: bigint;
    mas_antiguo: Fecha;
  }[] = await llamar(trx, 'tramites.cargas', {
    hoy: trx.hoy,
    pronto: limiteDelSemaforo('pronto', trx.hoy),
  });
  return rows.map((r) => ({
    rol: r.rol,
    tipo: r.tipo,
    funcionario: r.funcionario,
    abiertos: Number(r.abiertos),
    vencidos: Number(r.vencidos),
    pronto: Number(r.pronto),
    masAntiguo: r.mas_antiguo,
  }));
}
