import { linea, normalizarCodigo, REGLAS_CODIGO } from '../../plataforma/index.ts';
import { CampoCodigo } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

/** A one-time code as it was written, where all that can be said is that it is not whole. */
export const CODIGO_ESCRITO = linea.transform(normalizarCodigo).superRefine((v, ctx) => {
  const falta = (message: string) => ctx.addIssue({ code: 'custom', message });
  if (v === '') falta('Escriba el código que le enviamos.');
  else if (v.length !== REGLAS_CODIGO.largo)
    falta(`El código tiene ${REGLAS_CODIGO.largo} letras y números; usted escribió ${v.length}.`);
});

/** A code that was sent to the person. That it is that one is for `Codigos` to say; no review shows it. */
export const codigo = <D,>(o: Omit<Comun<string, D>, 'rotulo' | 'hoy'> = {}): Pregunta<string, D> =>
  deUnCampo<string, D>(
    { etiqueta: 'Código', ...o, rotulo: false },
    {
      campo: 'codigo',
      esquema: CODIGO_ESCRITO,
      control: (p) => <CampoCodigo {...p} />,
      decir: (v) => v,
      escribir: (v) => v,
      ejemplos: ['ABC 234'],
      erroneos: ['', 'ABC'],
    },
  );
