import { anioDe, fecha } from '@autogestion/normas/fechas';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { generarPersona, type ClaseDePersona } from '@autogestion/normas/poblacion';
import { guardarDeAntes } from '../../declaraciones/index.ts';
import type { RegistroRut } from '@autogestion/normas/rut';
import type { Transaccion } from '../../plataforma/index.ts';
import { sembrarEntrega } from '../../terceros/index.ts';
import { RANGOS_DE_POBLACION } from './nadie.ts';
import type { PersonaDemo } from './persona.ts';

/** Of those whose trade is not here, sales of a shop of their own. */
const CLASES: Readonly<Record<string, ClaseDePersona>> = {
  '0010': 'empleado',
  '0020': 'pensionado',
  '6201': 'independiente',
  '6910': 'independiente',
  '6920': 'independiente',
  '8621': 'independiente',
};
/** Whoever lives on their family: nobody reports anything of them. */
const SIN_INGRESOS = '0081';

/**
 * What fictional third parties reported of the `n`-th person for the last year that there is a return of, in the formats
 * that this office receives, and the return of the year before, when they filed one.
 */
export async function sembrarReportes(
  trx: Transaccion,
  { n, titular, nit, oficio }: { n: number; titular: string; nit: string; oficio: PersonaDemo['oficio'] },
): Promise<void> {
  const anio = anioReportado(trx);
  if (oficio.actividad === SIN_INGRESOS || anio === undefined) return;
  const clase = CLASES[oficio.actividad] ?? 'comerciante';
  const { reportes, anterior } = generarPersona(2025, n, { ...RANGOS_DE_POBLACION, anio, clase });
  for (const { informante, formato, concepto, campos } of reportes)
    await sembrarEntrega(trx, {
      ...{ informante, formato, anio },
      registros: [{ tipo: '31', numero: nit, concepto, campos }],
    });
  if (!anterior) return;
  const deAntes = {
    ...{ titular, formulario: '210', anio: anio - 1, periodo: 'anual' },
    numero: `210${anio - 1}${String(n).padStart(7, '0')}`,
    presentada: fecha(`${anio}-08-15`),
    casillas: anterior.casillas,
    hechos: { numeroDeclaracion: anterior.numero },
  };
  await guardarDeAntes(trx, { ficticias: true, declaraciones: [deAntes] });
}

/**
 * What a company of the demonstration, with an account here, reported of some of its people: whoever signs in as one of them
 * may say that it is not so, and its representative answers.
 */
export async function sembrarReporteDeEmpresa(
  trx: Transaccion,
  { titular, registro, de }: { titular: string; registro: RegistroRut; de: readonly string[] },
): Promise<void> {
  const anio = anioReportado(trx);
  if (anio === undefined) return;
  await sembrarEntrega(trx, {
    titular,
    informante: { nit: registro.nit, nombre: registro.identificacion.razonSocial ?? registro.nit },
    formato: '1001',
    anio,
    registros: de.map((numero, i) => {
      const pago = 1_800_000 + 350_000 * i;
      return { tipo: '31', numero, concepto: SERVICIOS, campos: { pago, retp: (pago * 4) / 100 } };
    }),
  });
}

const SERVICIOS = '5004';

/** The last year that there is a return of, with the one before. */
function anioReportado(trx: Transaccion): number | undefined {
  const anio = anioDe(trx.hoy) - 1;
  const { desde, hasta } = FORMULARIO_210.anios;
  return anio <= desde || anio > hasta ? undefined : anio;
}
