import type { Evaluacion, Solicitante, Verificacion } from '@autogestion/normas/rut';
import type { Ficha, Leible } from '../../tramites/index.ts';
import { hechosAbiertos, type HechosDelBorrador, type HechosDelRut } from './hechos-del-rut.ts';
import type { PorVerificar } from './verificaciones.ts';

/** What is known besides what the person declares. */
export interface LoQueSeSabe {
  rut: HechosDelRut;
  quien: Solicitante | undefined;
  /** Whether the RUT says what the documents say; missing until an official looked. */
  actualizado: boolean | undefined;
  /** Documents that have a file, or that an official saw. What has none may still be brought. */
  aportados: readonly string[];
  /** What was looked for. */
  verificado: Readonly<Partial<Record<PorVerificar, Verificacion>>>;
}

/** With what the RUT says, and nothing else. */
export const sabidoAlResponder = ({ rut, quien }: HechosDelBorrador): LoQueSeSabe => ({
  rut,
  quien: quien ?? undefined,
  actualizado: undefined,
  aportados: [],
  verificado: {},
});

/** The same evaluation while the questions are being answered, with what was answered until then. */
export const alResponder =
  <S, R extends object, E extends Evaluacion>(
    ficha: Ficha<S, R, HechosDelBorrador>,
    evaluar: (sabido: LoQueSeSabe, s: S) => E,
  ) =>
  (d: Leible<R, HechosDelBorrador>): E =>
    evaluar(sabidoAlResponder(hechosAbiertos(d)), ficha.leer(d));
