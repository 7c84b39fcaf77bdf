import type { Transaccion } from '../../plataforma/index.ts';
import { reclamosDe } from './consultas.ts';
import { MOTIVOS } from './motivos.ts';
import { NOMBRE_DE_ESTADO } from './palabras.ts';

/**
 * What of a year was said not to be so and is still reported, as the annex of differences of a return tells it: with the note,
 * the files by their hash, and how it stands.
 */
export async function diferenciasReclamadas(
  trx: Transaccion,
  anio: number,
): Promise<{ que: string; reportado: string; declarado: string; razon: string }[]> {
  const reclamos = (await reclamosDe(trx, anio)).filter((r) => r.estado !== 'corregida');
  return reclamos.reverse().map((r) => ({
    que: `Formato ${r.reporte.formato} de ${r.reporte.informante.nombre}, reclamo ${r.radicado}`,
    reportado: r.uso.frases[0] ?? r.uso.adicional,
    declarado: `Se reclamó: ${MOTIVOS[r.motivo].toLowerCase()} (${NOMBRE_DE_ESTADO[r.estado].nombre.toLowerCase()})`,
    razon: [
      r.relato.replace(/\s*\n\s*/g, ' '),
      ...(r.pruebas.length === 0
        ? []
        : [`Soportes: ${r.pruebas.map((p) => `${p.nombre} (SHA-256 ${p.hash})`).join('; ')}.`]),
    ].join(' '),
  }));
}
