import { analizarNit, formatearNit, digitoDeVerificacion } from '@autogestion/normas/nit';
import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo, siEscribe, type Opcional } from './de-un-campo.tsx';
import { leidoPor, type Comun, type Pregunta } from './pregunta.ts';

interface OpcionesDeNit<D> extends Comun<string, D>, Opcional {
  /** Its check digit must be written. */
  conDv?: boolean;
}

/** @returns the number without its check digit, or what is wrong with what was written */
export function leerNit(
  escrito: string,
  conDv: boolean,
): ReturnType<typeof analizarNit> | { ok: false; mensaje: string } {
  const leido = analizarNit(escrito);
  return leido.ok && conDv && !leido.valor.dvEscrito
    ? { ok: false, mensaje: 'Escriba el NIT con su dígito de verificación: 900.123.456-8.' }
    : leido;
}

/** A NIT, without check digit in the answer; `''` when it may be missing and is. */
export const nit = <D,>(o: OpcionesDeNit<D> = {}): Pregunta<string, D> => {
  const escrito = (v: string) => v && formatearNit(v, digitoDeVerificacion(v));
  return deUnCampo(o, {
    campo: 'nit',
    esquema: siEscribe(
      o,
      leidoPor(linea, (t) => {
        const leido = leerNit(t, o.conDv === true);
        return leido.ok ? { ok: true as const, valor: leido.valor.nit } : leido;
      }),
    ),
    control: (p) => (
      <CampoTexto
        {...p}
        {...(o.opcional && { opcional: true })}
        autocompletar="off"
        ortografia={false}
        ancho={20}
      />
    ),
    decir: (v) => escrito(v) || (o.ninguno ?? 'Ninguno'),
    escribir: escrito,
    ejemplos: ['899.999.034-1'],
    erroneos: [...(o.opcional ? [] : ['']), '900.123.456-7', 'mi empresa'],
  });
};
