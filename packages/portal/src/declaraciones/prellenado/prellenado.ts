import { sugerir, type OtroReporte, type Sugerencia } from '@autogestion/normas/formularios/210';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sha256, type Transaccion } from '../../plataforma/index.ts';
import { claseDe } from '../clases/index.ts';
import { comprasQueSugieren } from '../../facturas/index.ts';
import { reportesDe } from '../../terceros/index.ts';
import { vigentes } from './vigentes.ts';

/** What the office already knows for a return. Suggested is not declared: each is confirmed, changed, or said not to be so. */
export interface Prellenado {
  /** SHA-256 of all that is suggested, in hexadecimal: the return says which one its person saw. */
  version: string;
  sugerencias: readonly Sugerencia[];
  /** Of no use for a box: shown, never dropped. */
  otros: readonly OtroReporte[];
}

const SIN_PRELLENADO: Prellenado = { version: '', sugerencias: [], otros: [] };

/** What third parties, the return of the year before, the RUT and electronic invoices say, for a return of the taxpayer who is acted for. */
export async function prellenadoDe(
  trx: Transaccion,
  { formulario, anio, registro }: { formulario: string; anio: number; registro: RegistroRut },
): Promise<Prellenado> {
  if (!claseDe(formulario).sePrellena) return SIN_PRELLENADO;
  const anterior = await delAnioAnterior(trx, formulario, anio);
  const compras = await comprasQueSugieren(trx, anio);
  const { version, ...resto } = sugerir({
    reportes: await reportesDe(trx, anio),
    rut: { responsabilidades: registro.clasificacion.responsabilidades },
    ...(anterior && { anterior }),
    ...(compras && { compras }),
  });
  return { ...resto, version: sha256(version).toString('hex') };
}

/** The return of the year before that stands, as it was filed. */
async function delAnioAnterior(trx: Transaccion, formulario: string, anio: number) {
  const [suya] = await vigentes(trx, { formulario, anio: anio - 1 });
  const acto = suya?.acto as
    { casillas: Record<string, number | string>; hechos: Record<string, number> } | undefined;
  if (!acto) return undefined;
  const casillas = Object.fromEntries(
    Object.entries(acto.casillas).flatMap(([k, v]) => (typeof v === 'number' ? [[k, v]] : [])),
  );
  const { numeroDeclaracion } = acto.hechos;
  return { casillas, ...(numeroDeclaracion !== undefined && { numero: numeroDeclaracion }) };
}
