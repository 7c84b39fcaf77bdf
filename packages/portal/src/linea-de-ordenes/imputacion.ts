import { enteroEnJson, explicacionEnJson, explicacionEnTexto } from '@autogestion/normas/explicacion';
import { imputarPago, RUBROS } from '@autogestion/normas/imputacion';
import type { Imputacion, Rubro } from '@autogestion/normas/imputacion';
import { falta, leerCampos, opcionesDe, pesos, siNo } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const CAMPOS = {
  pago: pesos('pago', 'valor'),
  impuesto: pesos('impuesto'),
  anticipo: pesos('anticipo'),
  retencion: pesos('retencion', 'retenciones'),
  sancion: pesos('sancion', 'sanciones'),
  interes: pesos('interes', 'intereses'),
  explicar: siNo('explicar'),
};

function imputar(pregunta: Pregunta): { imputacion: Imputacion; explicar: boolean } {
  const { pago, explicar = false, ...v } = leerCampos(CAMPOS, pregunta);
  if (pago === undefined) throw falta('pago', 'Diga cuánto se paga.');
  if (RUBROS.every((r) => v[r] === undefined)) {
    throw falta('impuesto', `Diga qué se debe: ${RUBROS.join(', ')}.`);
  }
  const saldos = Object.fromEntries(RUBROS.map((r) => [r, v[r] ?? 0n]));
  return { imputacion: imputarPago(saldos, pago), explicar };
}

function enJson({ imputacion: i, explicar }: ReturnType<typeof imputar>): string {
  const cifras = (de: Readonly<Record<Rubro, bigint>>) =>
    Object.fromEntries(RUBROS.map((r) => [r, enteroEnJson(de[r])]));
  return JSON.stringify({
    norma: 'ET 804',
    aplicado: cifras(i.aplicado),
    queda: cifras(i.queda),
    exceso: enteroEnJson(i.exceso),
    ...(explicar && { explicacion: explicacionEnJson(i.explicacion) }),
  });
}

export const ordenImputacion: Orden = {
  uso: 'imputacion --pago PESOS [--impuesto P] [--anticipo P] [--retencion P] [--sancion P] [--interes P] [--explicar] [--json] | imputacion --entrada -',
  ayuda: 'A qué se abona un pago: impuesto, sanciones e intereses',
  opciones: { ...opcionesDe(CAMPOS), json: { type: 'boolean' }, entrada: { type: 'string' } },
  async ejecutar({ argumentos, opciones: { json, entrada, ...datos } }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    if (leePorLineas(entrada)) return porLineas((pregunta) => enJson(imputar(pregunta)));
    const imputado = imputar(datos);
    console.log(json ? enJson(imputado) : explicacionEnTexto(imputado.imputacion.explicacion));
    return 0;
  },
};
