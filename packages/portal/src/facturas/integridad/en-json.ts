import { deCentavos } from '@autogestion/normas/factura';
import { z } from 'zod';
import type { DiaContado, Novedad } from './consultas.ts';

const NovedadApi = z.object({
  n: z.int().describe('1, 2, 3…: sin huecos'),
  dia: z.iso.date(),
  papel: z.enum(['emisor', 'adquirente']),
  tipo: z.string(),
  codigo: z.string().describe('CUFE, CUDE o CUDS'),
  emisor: z.string().describe('NIT de quien expide'),
  total: z.string().describe('Con dos decimales'),
  huella: z
    .string()
    .describe(
      'SHA-256, en hexadecimal, de los 32 bytes de la huella anterior (ceros, la primera) seguidos de «n|dia|papel|tipo|codigo|centavos»',
    ),
});

export const NovedadesApi = z.object({
  novedades: z.array(NovedadApi),
  siguiente: z.int().describe('Lo que se pide después, en `desde`'),
  hayMas: z.boolean(),
  ultima: z.int().describe('El número de la última que hay'),
  huella: z.string().nullable().describe('De la última que hay: prueba que no falta ninguna'),
});

export const DiaApi = z.object({
  dia: z.iso.date(),
  cerrado: z.boolean().describe('Nada más entrará con este día'),
  cuantas: z.int(),
  suma: z.string().describe('De los totales, con dos decimales'),
  primera: z.int().nullable(),
  ultima: z.int().nullable(),
  huella: z.string().nullable().describe('De la última hasta ese día'),
});

export const novedadEnJson = (v: Novedad): z.output<typeof NovedadApi> => ({
  n: Number(v.n),
  ...{ dia: v.dia, papel: v.papel, tipo: v.tipo, codigo: v.codigo, emisor: v.nit_emisor },
  total: deCentavos(v.total),
  huella: v.huella.toString('hex'),
});

export const novedadesEnJson = (
  leidas: { novedades: readonly Novedad[]; ultima: bigint; huella: Buffer | undefined },
  desde: bigint,
): z.output<typeof NovedadesApi> => {
  const siguiente = leidas.novedades.at(-1)?.n ?? desde;
  return {
    novedades: leidas.novedades.map(novedadEnJson),
    siguiente: Number(siguiente),
    hayMas: siguiente < leidas.ultima,
    ultima: Number(leidas.ultima),
    huella: leidas.huella?.toString('hex') ?? null,
  };
};

export const diaEnJson = (dia: string, d: DiaContado): z.output<typeof DiaApi> => ({
  dia,
  cerrado: d.cerrado,
  cuantas: Number(d.cuantas),
  suma: deCentavos(BigInt(d.suma)),
  primera: d.primera === null ? null : Number(d.primera),
  ultima: d.ultima === null ? null : Number(d.ultima),
  huella: d.huella?.toString('hex') ?? null,
});
