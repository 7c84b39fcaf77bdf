import { createInterface } from 'node:readline';
import { analizarNit, digitoDeVerificacion, formatearNit } from '@autogestion/normas/nit';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

interface RespuestaNit {
  nit: string;
  dv: number;
  formateado: string;
  /** Only when a check digit was given. */
  valido?: boolean;
}

/** `900123456`, `900.123.456-8`: the check digit, and whether the one given is right. */
function responder(texto: string): RespuestaNit {
  const leido = analizarNit(texto);
  if (leido.ok) return respuesta(leido.valor.nit, leido.valor.dvEscrito ? { valido: true } : {});
  // A wrong check digit is an answer here, not bad input.
  if (leido.codigo !== 'dv-no-coincide') throw new ErrorDeUso(leido.codigo, leido.mensaje);
  const nit = texto.split('-')[0]?.replace(/\D/g, '') ?? '';
  return respuesta(nit, { valido: false });
}

function respuesta(nit: string, validez: { valido?: boolean }): RespuestaNit {
  const dv = digitoDeVerificacion(nit);
  return { nit, dv, formateado: formatearNit(nit, dv), ...validez };
}

export const ordenNit: Orden = {
  uso: 'nit NÚMERO[-DV] [--json] | nit --entrada -',
  ayuda: 'Dígito de verificación de un NIT',
  opciones: { json: { type: 'boolean' }, entrada: { type: 'string' } },
  async ejecutar({ argumentos: [texto], opciones }) {
    if (opciones.entrada === '-') return porLineas();
    if (!texto) throw new ErrorDeUso('sin-nit', 'Falta el NIT.');
    const r = responder(texto);
    if (opciones.json) console.log(JSON.stringify(r));
    else console.log(r.valido === false ? `${r.formateado} (el dígito escrito no es el suyo)` : r.formateado);
    return 0;
  },
};

/** One JSON object a line (`{"nit":"900123456"}`), one answer a line. */
async function porLineas(): Promise<number> {
  for await (const linea of createInterface({ input: process.stdin })) {
    if (linea.trim() !== '') process.stdout.write(`${JSON.stringify(deLinea(linea))}\n`);
  }
  return 0;
}

function deLinea(linea: string): object {
  try {
    const { nit } = JSON.parse(linea) as { nit?: unknown };
    return responder(typeof nit === 'number' ? String(nit) : typeof nit === 'string' ? nit : '');
  } catch (error) {
    const codigo = error instanceof ErrorDeUso ? error.codigo : 'entrada';
    return { error: { codigo, mensaje: (error as Error).message } };
  }
}
