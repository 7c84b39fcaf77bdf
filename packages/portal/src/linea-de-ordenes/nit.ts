import { analizarNit, digitoDeVerificacion, formatearNit, LARGO_DEL_DIGITO } from '@autogestion/normas/nit';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

interface RespuestaNit {
  nit: string;
  dv: number;
  formateado: string;
  /** Only when a check digit was given. */
  valido?: boolean;
}

/** Of the published algorithm, which has one digit more than the box of the RUT. */
const LARGO = LARGO_DEL_DIGITO;

/** `900123456`, `900.123.456-8`: the check digit, and whether the one given is right. */
function responder(texto: string): RespuestaNit {
  const leido = analizarNit(texto, LARGO);
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
    if (leePorLineas(opciones.entrada)) return porLineas(deLinea);
    if (!texto) throw new ErrorDeUso('sin-nit', 'Falta el NIT.');
    const r = responder(texto);
    if (r.valido !== false) {
      console.log(opciones.json ? JSON.stringify(r) : r.formateado);
      return 0;
    }
    // What was asked is answered, and whoever only looks at the exit code knows that the digit is wrong.
    const mensaje = `El dígito de verificación no es el de ese número: es ${r.dv}.`;
    if (opciones.json) console.log(JSON.stringify({ ...r, error: { codigo: 'dv-no-coincide', mensaje } }));
    else console.log(`${r.formateado} (el dígito escrito no es el suyo)`);
    return 2;
  },
};

/** `{"nit":"900123456"}`. */
function deLinea({ nit }: Pregunta): string {
  return JSON.stringify(responder(comoTexto(nit)));
}
