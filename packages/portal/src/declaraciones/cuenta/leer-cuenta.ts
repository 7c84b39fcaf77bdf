import type { Vencimiento } from '@autogestion/normas/calendario';
import type { Fecha } from '@autogestion/normas/fechas';
import { errores, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import type { Borrador } from '../borrador/index.ts';
import { claseDe, type ClaseDeDeclaracion } from '../clases/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { porDecidir, prellenadoDe, sinResponder, type Prellenado } from '../prellenado/index.ts';
import { anteriorDe } from './anterior.ts';
import { yaPresentadas } from './ya-presentadas.ts';
import { calcular, type Anterior, type Cuenta } from './calcular.ts';

/** How much was not looked at yet. */
interface SinMirar {
  /** Suggestions that nobody confirmed, changed or said not to be so. */
  reportado: number;
  /** Questions about what nobody reports, or somebody did not, without an answer yet. */
  nadieReporta: number;
}

/** A draft with its figures of today. */
export interface BorradorCalculado {
  borrador: Borrador;
  clase: ClaseDeDeclaracion;
  cuenta: Cuenta;
  vencimiento: Vencimiento;
  anterior: Anterior | undefined;
  /** What the office knows for it. */
  prellenado: Prellenado;
  /** What keeps it from being signed though its figures square: it was not looked at, or not asked yet. */
  sinMirar: SinMirar;
  /** The day of its figures. */
  hoy: Fecha;
  /** The same with other answers, all else as it was read. */
  con: (borrador: Borrador) => BorradorCalculado;
}

/** What a draft comes to, with the RUT, the calendar and the return that it corrects as they are now. */
export async function calcularBorrador(trx: Transaccion, borrador: Borrador): Promise<BorradorCalculado> {
  const clase = claseDe(borrador.formulario);
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  const { registro } = version;
  const vencimiento = clase.vence(registro.nit, borrador.anio, borrador.periodo);
  if (!vencimiento) throw erroresDeDeclaraciones.anioCerrado();
  const anterior = borrador.corrige === undefined ? undefined : await anteriorDe(trx, borrador.corrige);
  const prellenado = await prellenadoDe(trx, { ...borrador, registro });
  const { trae } = clase;
  const traido = trae?.desde(
    await yaPresentadas(trx, { formulario: trae.formulario, anio: borrador.anio }),
    borrador.periodo,
  );
  const { hoy } = trx;
  const con = (b: Borrador): BorradorCalculado => ({
    borrador: b,
    clase,
    cuenta: calcular({ ...b, clase, traido, registro, hoy, vence: vencimiento.fecha, anterior }),
    vencimiento,
    anterior,
    prellenado,
    sinMirar: {
      reportado: porDecidir(prellenado, b.contenido).length,
      nadieReporta: clase.preguntaLoQueNadieReporta ? sinResponder(b.contenido) : 0,
    },
    hoy,
    con,
  });
  return con(borrador);
}

/** It can be signed: nothing is wrong in it, and nothing that was suggested is unread. */
export const sePuedeFirmar = ({ cuenta, sinMirar }: BorradorCalculado): boolean =>
  cuenta.cuadra && sinMirar.reportado === 0 && sinMirar.nadieReporta === 0;
