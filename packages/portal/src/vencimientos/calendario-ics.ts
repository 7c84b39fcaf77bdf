import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { LineaDelCalendario } from './proximos.ts';

const compacta = (f: Fecha): string => f.replaceAll('-', '');
/** Text of iCalendar (RFC 5545 §3.3.11). */
const texto = (t: string): string => t.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** No line over 75 octets: it goes on in the next one after a space (RFC 5545 §3.1). */
function plegar(linea: string): string {
  const partes: string[] = [];
  let actual = '';
  for (const letra of linea) {
    if (Buffer.byteLength(actual + letra) > 74) {
      partes.push(actual);
      actual = '';
    }
    actual += letra;
  }
  return [...partes, actual].join('\r\n ');
}

/**
 * Due dates as a file that any calendar takes: days without an hour, with a notice a week before.
 * @param deQuien opaque identifier, so that the same date brought twice is one
 */
export function calendarioIcs(
  lineas: readonly LineaDelCalendario[],
  o: { deQuien: string; ahora: Date; direccion: string },
): string {
  const sello = `${o.ahora.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const eventos = lineas.flatMap((l) => {
    const primero = l.vencimientos[0];
    return [
      'BEGIN:VEVENT',
      `UID:${l.fecha}-${primero?.obligacion ?? ''}-${o.deQuien}@autogestion`,
      `DTSTAMP:${sello}`,
      `DTSTART;VALUE=DATE:${compacta(l.fecha)}`,
      `DTEND;VALUE=DATE:${compacta(sumarDias(l.fecha, 1))}`,
      `SUMMARY:${texto(`Vence: ${l.nombre}${l.porConfirmar ? ' (si le toca)' : ''}`)}`,
      `DESCRIPTION:${texto(`${primero?.regla ?? ''}\n${o.direccion}`)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${texto(l.nombre)}`,
      'TRIGGER:-P7D',
      'END:VALARM',
      'END:VEVENT',
    ];
  });
  return (
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Autogestion//Vencimientos//ES',
      'CALSCALE:GREGORIAN',
      ...eventos,
      'END:VCALENDAR',
    ]
      .map(plegar)
      .join('\r\n') + '\r\n'
  );
}
