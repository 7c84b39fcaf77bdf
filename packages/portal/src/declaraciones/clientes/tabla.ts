import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';
import { titularDe } from '../../plataforma/index.ts';
import { versionesDe } from '../../rut/index.ts';
import { borradoresAbiertos, type Borrador } from '../borrador/index.ts';
import { claseDe, regimenDeCadaAnio } from '../clases/index.ts';
import { calcularBorrador, pendientesDePago, sePuedeFirmar } from '../cuenta/index.ts';
import { porDeclarar } from '../lista/index.ts';
import { declaracionesDelTitular } from '../presentar/index.ts';

export const ESTADOS = {
  vencida: 'Vencida',
  'lista-para-firmar': 'Lista para firmar',
  'en-borrador': 'En borrador',
  'sin-empezar': 'Sin empezar',
  'pendiente-de-pago': 'Pendiente de pago',
  presentada: 'Presentada',
} as const;
export type EstadoDeCliente = keyof typeof ESTADOS;

/** A return of a client: of which, when it falls due and how it stands. */
export interface DeUnCliente {
  formulario: string;
  anio: number;
  periodo: string;
  nombre: string;
  vence: Fecha;
  estado: EstadoDeCliente;
  /** The open draft, and whether it could be signed today. */
  borrador?: { idPublico: string; lista: boolean };
  presentada?: string;
}

/** House rule: how far back and ahead an accountant's table looks, days. */
const DIAS = 365;
/** Responsibility of the RUT: income tax, ordinary regime. Who has not got it may have nothing to file. */
const RENTA = '05';

/** The returns of the taxpayer for whom one acts that fall due within a year, or did. */
export async function declaracionesDeCliente(trx: Transaccion): Promise<DeUnCliente[]> {
  const versiones = await versionesDe(trx, titularDe(trx));
  const [vigente] = versiones;
  if (!vigente) return [];
  const { nit, clasificacion } = vigente.registro;
  const [borradores, presentadas] = [await borradoresAbiertos(trx), await declaracionesDelTitular(trx)];
  const filas: DeUnCliente[] = [];
  for (const b of borradores.filter((x) => x.corrige === undefined)) {
    const fila = await deBorrador(trx, b, nit);
    if (fila) filas.push(fila);
  }
  const pendiente = presentadas.length > 0 ? await pendientesDePago(trx) : () => false;
  for (const d of presentadas.filter((x) => x.reemplazadaPor === undefined))
    filas.push({
      ...cual(d),
      vence: d.vence,
      estado: pendiente(d) ? 'pendiente-de-pago' : 'presentada',
      presentada: d.idPublico,
    });
  const porEmpezar = porDeclarar(nit, regimenDeCadaAnio(versiones), trx.hoy, [...borradores, ...presentadas]);
  for (const { clase, anio, periodo, vence } of porEmpezar) {
    const { codigo } = clase.formulario;
    if (codigo === '210' && !clasificacion.responsabilidades.includes(RENTA)) continue;
    filas.push({
      ...cual({ formulario: codigo, anio, periodo }),
      vence,
      estado: vence < trx.hoy ? 'vencida' : 'sin-empezar',
    });
  }
  const [desde, hasta] = [sumarDias(trx.hoy, -DIAS), sumarDias(trx.hoy, DIAS)];
  return filas.filter((f) => f.borrador !== undefined || (f.vence >= desde && f.vence <= hasta));
}

async function deBorrador(trx: Transaccion, b: Borrador, nit: string): Promise<DeUnCliente | undefined> {
  const vence = claseDe(b.formulario).vence(nit, b.anio, b.periodo)?.fecha;
  if (!vence) return undefined;
  const lista = sePuedeFirmar(await calcularBorrador(trx, b));
  return {
    ...cual(b),
    vence,
    estado: vence < trx.hoy ? 'vencida' : lista ? 'lista-para-firmar' : 'en-borrador',
    borrador: { idPublico: b.idPublico, lista },
  };
}

const cual = ({ formulario, anio, periodo }: Pick<DeUnCliente, 'formulario' | 'anio' | 'periodo'>) => ({
  formulario,
  anio,
  periodo,
  nombre: claseDe(formulario).nombre(anio, periodo),
});

const YA: readonly EstadoDeCliente[] = ['presentada'];

/** What is to be done first: by due date, what is filed at the end. */
export const porVencimiento = <T extends DeUnCliente>(filas: readonly T[]): T[] =>
  filas.toSorted(
    (a, b) =>
      Number(YA.includes(a.estado)) - Number(YA.includes(b.estado)) ||
      a.vence.localeCompare(b.vence) ||
      a.nombre.localeCompare(b.nombre, 'es'),
  );
