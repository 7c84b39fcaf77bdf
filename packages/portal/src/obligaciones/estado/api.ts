import { conceptoDe } from '@autogestion/normas/estado-de-cuenta';
import { enteroEnJson, explicacionEnJson } from '@autogestion/normas/explicacion';
import { RUBROS, type Rubro } from '@autogestion/normas/imputacion';
import { z } from 'zod';
import { huellaDe } from '../libro/index.ts';
import type { Cuenta } from './cuenta.ts';
import { baseDe, conSuCorte, dondeSeHace } from './direcciones.ts';
import { claseDe, enUnaLinea, totalEnUnaLinea } from './palabras.ts';
import { queFalta } from './que-falta.ts';

const Pesos = z
  .union([z.int(), z.string()])
  .describe('Pesos enteros; en cifras, entre comillas, si no caben exactos en un número');
const Montos = z.object({
  impuesto: Pesos,
  anticipo: Pesos,
  retencion: Pesos,
  sancion: Pesos,
  interes: Pesos,
});

const ObligacionApi = z.object({
  id: z.string(),
  concepto: z.string(),
  nombre: z.string(),
  anio: z.int(),
  periodo: z.string(),
  estado: z.enum(['vencida', 'en-plazo', 'por-reintegrar', 'a-favor', 'al-dia']),
  frase: z.string(),
  vence: z.iso.date().nullable(),
  diasDeMora: z.int(),
  causado: Montos,
  pagado: Montos,
  saldo: Montos,
  debe: Pesos,
  aFavor: Pesos,
  porDia: Pesos.describe('Lo que aumenta si espera un día más'),
  queFalta: z
    .array(z.object({ frase: z.string(), enlace: z.url() }))
    .describe('Lo que impide que la obligación esté cumplida; vacío si lo está'),
  explicacion: z.unknown().describe('De dónde sale lo que debe, hasta los días y las tasas de cada tramo'),
});

export const EstadoApi = z.object({
  al: z.iso.date(),
  corte: z.string().describe('Con `al` y este corte, las mismas cifras siempre'),
  huella: z.string().describe('SHA-256 de los asientos'),
  frase: z.string(),
  debe: Pesos,
  vencido: Pesos,
  aFavor: Pesos,
  porDia: Pesos,
  obligaciones: z.array(ObligacionApi),
  salvedades: z.array(z.string()),
});

const montos = (de: Readonly<Record<Rubro, bigint>>) =>
  Object.fromEntries(RUBROS.map((r) => [r, enteroEnJson(de[r])]));

/** The statement as programs read it. @param urlPublica of the office: its links are whole */
export function estadoEnJson(cuenta: Cuenta, o: { titular: string; urlPublica: string }): object {
  const { al, hoy, libro, obligaciones } = cuenta;
  return {
    al,
    corte: String(libro.corte),
    huella: huellaDe(libro),
    frase: totalEnUnaLinea(cuenta, al, hoy),
    debe: enteroEnJson(cuenta.debe),
    vencido: enteroEnJson(cuenta.vencido),
    aFavor: enteroEnJson(cuenta.aFavor),
    porDia: enteroEnJson(cuenta.porDia),
    obligaciones: obligaciones.map((una) => {
      const { estado: e } = una;
      const suya = conSuCorte(`${baseDe(o.titular)}/${una.idPublico}`, cuenta);
      return {
        id: una.idPublico,
        concepto: una.concepto,
        nombre: conceptoDe(una.concepto).nombre,
        anio: una.anio,
        periodo: una.periodo,
        estado: claseDe(e),
        frase: enUnaLinea(una, hoy),
        vence: e.vence ?? null,
        diasDeMora: e.diasDeMora,
        causado: montos(e.causado),
        pagado: montos(e.pagado),
        saldo: montos(e.saldo),
        debe: enteroEnJson(e.debe),
        aFavor: enteroEnJson(e.exceso),
        porDia: enteroEnJson(e.porDia),
        queFalta: queFalta(una, obligaciones).map((f) => ({
          frase: f.frase,
          enlace: `${o.urlPublica}${dondeSeHace(f, { titular: o.titular, obligacion: una.idPublico }) ?? suya}`,
        })),
        explicacion: explicacionEnJson(e.explicacion),
      };
    }),
    salvedades: cuenta.salvedades,
  };
}
