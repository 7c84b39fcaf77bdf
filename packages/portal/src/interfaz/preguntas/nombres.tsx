import { nombreEscrito } from '@autogestion/normas/texto';
import { z } from 'zod';
import type { Formulario } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { conLoDeHoy, linea, type Comun, type Pregunta } from './pregunta.ts';

/** Surnames and names as a document writes them. */
export interface NombresDePersona {
  primerApellido: string;
  segundoApellido?: string;
  primerNombre: string;
  otrosNombres?: string;
}

const NOMBRE = /^\p{L}[\p{L}\p{M}'.\- ]*$/u;
const LARGO = 60;

/** One of them, with its article for messages. `falta`: it cannot be missing. */
const nombre = (que: string, falta?: string) =>
  z
    .string()
    .default('')
    .transform(nombreEscrito)
    .superRefine((v, ctx) => {
      const decir = (message: string) => ctx.addIssue({ code: 'custom', message });
      if (v.length > LARGO) decir(`${que} puede tener hasta ${LARGO} letras; usted escribió ${v.length}.`);
      else if (v !== '' && !NOMBRE.test(v))
        decir(
          `${que} solo puede llevar letras, espacios, apóstrofos y guiones. Escríbalo como está en su documento.`,
        );
      else if (v === '' && falta !== undefined) decir(falta);
    });

const NOMBRES = z
  .object({
    primerApellido: nombre('El primer apellido', 'Escriba el primer apellido.'),
    segundoApellido: nombre('El segundo apellido'),
    primerNombre: nombre('El primer nombre', 'Escriba el primer nombre.'),
    otrosNombres: nombre('Los otros nombres'),
  })
  .transform(({ segundoApellido, otrosNombres, ...v }): NombresDePersona => ({
    ...v,
    ...(segundoApellido && { segundoApellido }),
    ...(otrosNombres && { otrosNombres }),
  }));

/** Names before surnames, as one says them. */
export const nombreCorrido = (v: NombresDePersona): string =>
  [v.primerNombre, v.otrosNombres, v.primerApellido, v.segundoApellido].filter(Boolean).join(' ');

interface OpcionesDeNombres<D> extends Omit<Comun<NombresDePersona, D>, 'campo' | 'etiqueta' | 'ayuda'> {
  /** The browser may fill in the person's own. */
  propios?: boolean;
  /** How the review writes them; names before surnames unless told. */
  decir?: (v: NombresDePersona) => string;
}

const escribir = (v: NombresDePersona): Formulario => ({
  primerApellido: v.primerApellido,
  segundoApellido: v.segundoApellido ?? '',
  primerNombre: v.primerNombre,
  otrosNombres: v.otrosNombres ?? '',
});

/** The names of a person, in four fields. */
export function nombres<D>(o: OpcionesDeNombres<D> = {}): Pregunta<NombresDePersona, D> {
  const comun = { ortografia: false, mayusculas: 'words' } as const;
  return {
    esquema: NOMBRES,
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      const { campo } = c;
      return conPalabras(
        o,
        c,
        <>
          <CampoTexto
            {...campo.texto('primerApellido')}
            {...comun}
            etiqueta="Primer apellido"
            autocompletar={o.propios ? 'family-name' : 'off'}
          />
          <CampoTexto {...campo.texto('segundoApellido')} {...comun} etiqueta="Segundo apellido" opcional />
          <CampoTexto
            {...campo.texto('primerNombre')}
            {...comun}
            etiqueta="Primer nombre"
            autocompletar={o.propios ? 'given-name' : 'off'}
          />
          <CampoTexto
            {...campo.texto('otrosNombres')}
            {...comun}
            etiqueta="Otros nombres"
            opcional
            autocompletar={o.propios ? 'additional-name' : 'off'}
          />
        </>,
      );
    },
    resumen: linea(o, o.decir ?? nombreCorrido),
    escribir,
    ejemplos: o.ejemplos ?? [
      { primerApellido: 'Prueba', segundoApellido: '', primerNombre: 'Persona', otrosNombres: '' },
    ],
    erroneos: [
      { escrito: {}, campo: 'primerApellido' },
      { escrito: { primerApellido: 'Pérez2', primerNombre: 'Ana' }, campo: 'primerApellido' },
    ],
  };
}
