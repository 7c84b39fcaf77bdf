import { z } from 'zod';
import type { ArchivoRecibido } from '../../plataforma/index.ts';
import { CampoArchivo } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { linea, queja, etiquetaYAyuda, type Comun, type Pregunta } from './pregunta.ts';

interface OpcionesDeArchivo<D> extends Omit<Comun<ArchivoRecibido, D>, 'hoy'> {
  /** As the HTML attribute: `application/pdf,image/jpeg`. What it is, its bytes say. */
  acepta?: string;
  falta: string;
  /** To whoever sends one that is larger than the route takes. */
  excede: string;
}

const VACIO = 'El archivo está vacío: pesa 0 bytes. Ábralo para ver si está completo y elíjalo otra vez.';

/** What a form with files brings, as the questions read it: the file of each field beside the fields. */
export const conArchivos = (p: {
  escrito: Readonly<Record<string, unknown>>;
  archivos: readonly ArchivoRecibido[];
}): Record<string, unknown> => ({
  ...p.escrito,
  ...Object.fromEntries(p.archivos.map((a) => [a.campo, a])),
});

/** A file. Its form needs `conArchivos`, and its route `multiparte`; a browser cannot be given back what it sent. */
export function archivo<D>(o: OpcionesDeArchivo<D>): Pregunta<ArchivoRecibido, D> {
  const campo = o.campo ?? 'archivo';
  return {
    esquema: z.object({ [campo]: z.custom<ArchivoRecibido>().optional() }).transform((v, ctx) => {
      const recibido = v[campo];
      if (!recibido) return queja(ctx, campo, o.falta);
      if (recibido.contenido.length === 0) return queja(ctx, campo, VACIO);
      return recibido.excede ? queja(ctx, campo, o.excede) : recibido;
    }),
    pagina: (c) =>
      conPalabras(
        o,
        c,
        <CampoArchivo
          {...c.campo.texto(campo)}
          {...etiquetaYAyuda(o, c)}
          {...(o.acepta && { acepta: o.acepta })}
        />,
      ),
    resumen: linea(o, (v) => v.nombre),
    ejemplos: [],
    erroneos: [{ escrito: {}, campo }],
  };
}
