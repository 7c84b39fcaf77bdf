import { avanceDelSet, SET_DE_PRUEBA } from '@autogestion/normas/factura';
import type { Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import type { Claves, Transaccion } from '../../plataforma/index.ts';
import { deRango, deSet } from './direcciones.ts';
import { aceptadosDelSet, documentosDelSet, habilitacionDe } from './habilitacion/consultas.ts';
import { varaDe } from './habilitacion/entregar-documentos.ts';
import { estadoDelRango, type Rango } from './numeracion/consultas.ts';
import { versionVigente } from '../../rut/index.ts';
import { titularDe } from '../../plataforma/index.ts';

export const HabilitacionApi = z.object({
  habilitacion: z.string(),
  hecha: z.iso.datetime().nullable().describe('Desde cuándo el RUT tiene el código 52 por ella'),
  software: z.object({
    nombre: z.string(),
    id: z.string(),
    pin: z.string().nullable().describe('Solo mientras el set está abierto'),
  }),
  prueba: z.object({
    autorizacion: z.string(),
    prefijo: z.string(),
    desde: z.int(),
    hasta: z.int(),
    vigencia: z.object({ desde: z.iso.date(), hasta: z.iso.date() }),
    claveTecnica: z.string(),
    ambiente: z.literal('2'),
  }),
  set: z.array(z.object({ clase: z.string(), pide: z.int(), van: z.int() })),
  completo: z.boolean(),
  firmar: z.url().nullable(),
  documentos: z.array(
    z.object({
      archivo: z.string(),
      clase: z.string().nullable(),
      numero: z.string().nullable(),
      codigo: z.string().nullable(),
      huella: z.string(),
      aceptado: z.boolean(),
      hallazgos: z.array(
        z.object({ regla: z.string(), tipo: z.enum(['rechazo', 'notificacion']), mensaje: z.string() }),
      ),
    }),
  ),
});

/** A set as a program reads it. @throws 404 when it is not theirs */
export async function habilitacionEnJson(
  trx: Transaccion,
  { claves, urlPublica }: { claves: Claves; urlPublica: string },
  publico: string,
): Promise<z.output<typeof HabilitacionApi>> {
  const h = await habilitacionDe(trx, publico);
  const titular = (await versionVigente(trx, titularDe(trx)))?.idPublico ?? '';
  const avance = avanceDelSet((await aceptadosDelSet(trx, h.id)).map((a) => a.clase));
  const { resolucion, prefijo, desde, hasta, vigenteDesde, vigenteHasta, claveTecnica, ambiente } =
    SET_DE_PRUEBA;
  return {
    habilitacion: h.idPublico,
    hecha: h.hecha?.en.toISOString() ?? null,
    software: {
      nombre: h.software.nombre,
      id: h.software.softwareId,
      pin: h.hecha ? null : (await varaDe(trx, claves, h)).pin,
    },
    prueba: {
      autorizacion: resolucion,
      prefijo,
      desde: Number(desde),
      hasta: Number(hasta),
      vigencia: { desde: vigenteDesde, hasta: vigenteHasta },
      claveTecnica,
      ambiente,
    },
    set: avance.clases,
    completo: avance.completo,
    firmar: avance.completo && !h.hecha ? `${urlPublica}${deSet(titular, h.idPublico)}/firmar` : null,
    documentos: (await documentosDelSet(trx, h.id)).map((d) => ({
      archivo: d.archivo,
      clase: d.clase ?? null,
      numero: d.numero ?? null,
      codigo: d.codigo ?? null,
      huella: d.huella,
      aceptado: d.aceptado,
      hallazgos: [...d.hallazgos],
    })),
  };
}

export const NumeracionApi = z.object({
  numeracion: z.string(),
  modalidad: z.string(),
  prefijo: z.string(),
  desde: z.int(),
  hasta: z.int(),
  estado: z.enum(['sin-firmar', 'vigente', 'vencido', 'inhabilitado']),
  autorizacion: z.string().nullable(),
  vigencia: z.object({ desde: z.iso.date(), hasta: z.iso.date() }).nullable(),
  firmar: z.url().nullable(),
});

export const numeracionEnJson = (
  r: Rango,
  hoy: Fecha,
  urlPublica: string,
  titular: string,
): z.output<typeof NumeracionApi> => ({
  numeracion: r.idPublico,
  modalidad: r.modalidad,
  prefijo: r.prefijo,
  desde: Number(r.desde),
  hasta: Number(r.hasta),
  estado: estadoDelRango(r, hoy),
  autorizacion: r.autorizado?.resolucion ?? null,
  vigencia: r.autorizado?.vigencia ?? null,
  firmar: r.autorizado ? null : `${urlPublica}${deRango(titular, r.idPublico)}/firmar`,
});
