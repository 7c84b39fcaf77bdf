import {
  analizarNumeroDocumento,
  formatearDocumento,
  TIPOS_DOCUMENTO,
} from '@autogestion/normas/documentos-identidad';
import { z } from 'zod';
import { linea as renglon, type Formulario } from '../../plataforma/index.ts';
import { CampoTexto, Radios, Selector } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { conLoDeHoy, linea, queja, type Comun, type Pregunta } from './pregunta.ts';

/** Type (box 25) and number of an identity document. */
export interface Documento {
  tipo: string;
  numero: string;
}

export interface OpcionesDeDocumento<D> extends Omit<Comun<Documento, D>, 'campo' | 'etiqueta' | 'ayuda'> {
  /** Codes of box 25, in the order in which they are offered. */
  tipos: readonly string[];
  /** A select that begins with the first, where it is not the question of a page. */
  desplegable?: boolean;
  /** The browser may fill in the person's own. */
  propio?: boolean;
  falta?: string;
  /** Why a type does not serve here. */
  impide?: (tipo: string) => string | undefined;
}

/** An identity document: its type among some, and its number with the form of that type. */
export function documento<D>(o: OpcionesDeDocumento<D>): Pregunta<Documento, D> {
  const opciones = o.tipos
    .flatMap((codigo) => TIPOS_DOCUMENTO.filter((t) => t.codigo === codigo))
    .map((t) => ({ valor: t.codigo, texto: t.nombre }));
  const escribir = ({ tipo, numero }: Documento): Formulario => ({ tipo, numero });
  return {
    esquema: z.object({ tipo: renglon, numero: renglon }).transform(({ tipo, numero }, ctx): Documento => {
      if (!o.tipos.includes(tipo)) return queja(ctx, 'tipo', o.falta ?? 'Elija el tipo de documento.');
      const razon = o.impide?.(tipo);
      if (razon !== undefined) return queja(ctx, 'tipo', razon);
      const leido = analizarNumeroDocumento(tipo, numero);
      return leido.ok ? { tipo, numero: leido.valor } : queja(ctx, 'numero', leido.mensaje);
    }),
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      return conPalabras(
        o,
        c,
        <>
          {o.desplegable ? (
            <Selector
              {...c.campo.texto('tipo')}
              valor={c.campo.texto('tipo').valor || (o.tipos[0] ?? '')}
              etiqueta="Tipo de documento"
              opciones={opciones}
            />
          ) : (
            <Radios {...c.campo.texto('tipo')} etiqueta="Tipo de documento" opciones={opciones} />
          )}
          <CampoTexto
            {...c.campo.texto('numero')}
            etiqueta="Número del documento"
            ayuda="Con o sin puntos, como prefiera."
            autocompletar={o.propio ? 'username' : 'off'}
            ortografia={false}
            ancho={20}
          />
        </>,
      );
    },
    resumen: linea(o, (v) => formatearDocumento(v.tipo, v.numero)),
    escribir,
    ejemplos: o.ejemplos ?? [{ tipo: o.tipos[0] ?? '', numero: '52.418.906' }],
    erroneos: [
      { escrito: {}, campo: 'tipo' },
      { escrito: { tipo: o.tipos[0] ?? '', numero: '1/2' }, campo: 'numero' },
    ],
  };
}
