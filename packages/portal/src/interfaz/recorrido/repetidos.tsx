import { z } from 'zod';
import { Radios } from '../componentes/index.ts';
import type { ContextoGuardar, ContextoPagina, Datos, Efecto, Paso, Repetido } from './definicion.ts';
import { slugDeCierre, vueltasDe } from './vueltas.ts';

/** Whether there is another one to tell, and after how many it was said: another window may have added one. */
export interface OtraVez {
  otra: 'si' | 'no';
  despuesDe: number;
}

const ESQUEMA = z.object({
  otra: z
    .string()
    .default('')
    .pipe(z.enum(['si', 'no'], { error: 'Diga si hay otro cambio.' })),
  despuesDe: z.coerce.number({ error: 'Diga después de cuántos cambios.' }).int().min(1),
});

/**
 * Marks the questions of a group as asked once and again.
 * @throws Error when a slug does not begin with that of the group: a fault of the program.
 */
export function repetidos<R extends object, H extends object>(
  repetido: Repetido<R, H>,
  pasos: readonly Paso<R, H>[],
): Paso<R, H>[] {
  const ajeno = pasos.find((p) => !p.slug.startsWith(`${repetido.grupo}-`));
  if (ajeno) throw new Error(`${ajeno.slug} is not a slug of ${repetido.grupo}`);
  return pasos.map((p) => ({ ...p, repetido }));
}

/**
 * The page between one round and the next: the mechanism puts above it what was taken down. Its slug is
 * `<group>-otra-vez`, and «sí» opens the first question of the next round.
 */
export function partesDeCierre<R extends object, H extends object>(repetido: Repetido<R, H>) {
  const { grupo, maximo } = repetido;
  const cuantas = (d: Datos<R, H>) => vueltasDe(d, grupo).length;
  const hayMas = (d: Datos<R, H>) => repetido.puedeOtra?.(d) ?? true;
  const puedeOtra = (d: Datos<R, H>) => cuantas(d) < maximo && hayMas(d);
  const lleno = (d: Datos<R, H>) =>
    hayMas(d)
      ? `En una actualización caben ${maximo} cambios de esta lista. Termine esta y haga otra con los que falten.`
      : 'Ya no hay más que anotar en esta lista.';
  const dicho = (d: Datos<R, H>) => ESQUEMA.safeParse(d.respuestas[slugDeCierre(grupo) as keyof R]).data;
  return {
    cierra: repetido,
    esquema: ESQUEMA,
    cumplido: (d: Datos<R, H>) => dicho(d)?.otra === 'no' && dicho(d)?.despuesDe === cuantas(d),
    pagina: (c: ContextoPagina<R, H>) => (
      <>
        <input type="hidden" name="despuesDe" value={cuantas(c.datos)} />
        {puedeOtra(c.datos) ? (
          <Radios
            {...c.campo.texto('otra')}
            etiqueta="Su respuesta"
            opciones={[
              { valor: 'si', texto: 'Sí' },
              { valor: 'no', texto: 'No' },
            ]}
          />
        ) : (
          <>
            <input type="hidden" name="otra" value="no" />
            <p class="govuk-body">{lleno(c.datos)}</p>
          </>
        )}
      </>
    ),
    abreOtra: (v: OtraVez, d: Datos<R, H>) => v.otra === 'si' && puedeOtra(d),
    alGuardar: async (c: ContextoGuardar<R, H>, v: OtraVez): Promise<Efecto<H>> =>
      v.otra === 'si' ? { tipo: 'rechazado', campos: { otra: lleno(c.datos) } } : { tipo: 'guardado' },
    ejemplos: (d: Datos<R, H>) => [{ escrito: { otra: 'no', despuesDe: String(cuantas(d)) } }],
  };
}
