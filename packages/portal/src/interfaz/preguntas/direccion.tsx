import { definidos } from '@autogestion/normas/definidos';
import {
  analizarDireccion,
  construirDireccion,
  CUADRANTES,
  VIAS,
  type Cuadrante,
} from '@autogestion/normas/direccion';
import { z } from 'zod';
import { linea as renglon } from '../../plataforma/index.ts';
import type { camposDe } from '../campos.ts';
import { CampoTexto, Selector } from '../componentes/index.ts';
import { conPalabras, deUnCampo, siEscribe, type Opcional } from './de-un-campo.tsx';
import { leidoPor, linea, queja, type Comun, type Pregunta } from './pregunta.ts';

interface OpcionesDeDireccion<D> extends Comun<string, D>, Opcional {
  /** Not of whoever writes it: the browser does not fill in theirs. */
  ajena?: boolean;
}

/** An address in one line, with or without street and number, as the RUT writes it. */
export const direccion = <D,>(o: OpcionesDeDireccion<D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'direccion',
    esquema: siEscribe(o, leidoPor(renglon, analizarDireccion)),
    control: (p) => (
      <CampoTexto {...p} {...(o.opcional && { opcional: true })} {...(o.ajena && { autocompletar: 'off' })} />
    ),
    decir: (v) => v || (o.ninguno ?? 'Ninguna'),
    escribir: (v) => v,
    ejemplos: ['Calle 13 # 5 - 20'],
    erroneos: [...(o.opcional ? [] : ['']), '<b>'],
  });

const PARTES = z
  .object({
    via: renglon,
    numero: renglon,
    letra: renglon,
    cuadrante: renglon,
    generadora: renglon,
    letraGeneradora: renglon,
    cuadranteGeneradora: renglon,
    placa: renglon,
    complemento: renglon,
  })
  .transform((v, ctx): string => {
    const { letra, bis } = separarBis(v.letra);
    const { letra: letraGeneradora, bis: bisGeneradora } = separarBis(v.letraGeneradora);
    const partes = construirDireccion({
      via: v.via,
      numero: v.numero,
      generadora: v.generadora,
      placa: v.placa,
      ...definidos({
        letra: letra || undefined,
        bis: bis || undefined,
        cuadrante: esCuadrante(v.cuadrante) ? v.cuadrante : undefined,
        letraGeneradora: letraGeneradora || undefined,
        bisGeneradora: bisGeneradora || undefined,
        cuadranteGeneradora: esCuadrante(v.cuadranteGeneradora) ? v.cuadranteGeneradora : undefined,
      }),
    });
    if (!partes.ok)
      return queja(ctx, partes.campo === 'complementos' ? 'complemento' : partes.campo, partes.mensaje);
    if (v.complemento === '') return partes.valor;
    const completa = analizarDireccion(`${partes.valor} ${v.complemento}`);
    return completa.ok ? completa.valor : queja(ctx, 'complemento', completa.mensaje);
  });

/** `A BIS`, `bis`, `A`: people write the word where the letter goes. */
function separarBis(escrito: string): { letra: string; bis: boolean } {
  const letra = escrito.toUpperCase();
  const sin = letra.replace(/\s*BIS$/, '');
  return { letra: sin, bis: sin !== letra };
}

const esCuadrante = (v: string): v is Cuadrante => (CUADRANTES as readonly string[]).includes(v);

const PUNTOS = [
  { valor: 'NORTE', texto: 'Norte' },
  { valor: 'SUR', texto: 'Sur' },
  { valor: 'ESTE', texto: 'Este' },
  { valor: 'OESTE', texto: 'Oeste' },
];

function Partes({ campo }: { campo: ReturnType<typeof camposDe> }) {
  return (
    <>
      <p class="govuk-body">
        Escríbala por partes. Por ejemplo: Carrera · 7 · A BIS · Sur, # · 45 · B, - · 20.
      </p>
      <Selector
        {...campo.texto('via')}
        etiqueta="Tipo de vía"
        opciones={VIAS.map((v) => ({ valor: v.codigo, texto: v.nombre }))}
        ancho={20}
      />
      <CampoTexto {...campo.texto('numero')} etiqueta="Número o nombre de la vía" ancho={10} />
      <CampoTexto
        {...campo.texto('letra')}
        etiqueta="Letra"
        opcional
        ayuda="Si lleva bis, escríbalo aquí: A BIS"
        ancho={5}
        ortografia={false}
      />
      <Selector
        {...campo.texto('cuadrante')}
        etiqueta="Punto cardinal de la vía"
        opciones={PUNTOS}
        vacia="Ninguno"
        opcional
        ancho={10}
      />
      <CampoTexto
        {...campo.texto('generadora')}
        etiqueta="Número después del #"
        teclado="numeric"
        ancho={5}
      />
      <CampoTexto
        {...campo.texto('letraGeneradora')}
        etiqueta="Letra después de ese número"
        opcional
        ancho={5}
        ortografia={false}
      />
      <Selector
        {...campo.texto('cuadranteGeneradora')}
        etiqueta="Punto cardinal de ese número"
        opciones={PUNTOS}
        vacia="Ninguno"
        opcional
        ancho={10}
      />
      <CampoTexto {...campo.texto('placa')} etiqueta="Número después del guion" teclado="numeric" ancho={5} />
      <CampoTexto
        {...campo.texto('complemento')}
        etiqueta="Complemento"
        opcional
        ayuda="Apartamento, torre, casa, barrio…"
      />
    </>
  );
}

/** An address with street and number, a field a part, written as the RUT does. What was typed in each part is kept. */
export const direccionPorPartes = <D,>(
  o: Omit<Comun<string, D>, 'campo' | 'etiqueta' | 'ayuda' | 'hoy'> = {},
): Pregunta<string, D> => ({
  esquema: PARTES,
  pagina: (c) => conPalabras(o, c, <Partes campo={c.campo} />),
  resumen: linea(o, (v) => v),
  ejemplos: o.ejemplos ?? [
    {
      via: 'CL',
      numero: '13',
      letra: 'A bis',
      cuadrante: 'SUR',
      generadora: '5',
      placa: '20',
      complemento: 'apartamento 301',
    },
  ],
  erroneos: [
    { escrito: {}, campo: 'via' },
    { escrito: { via: 'CL', numero: '13', generadora: '5', placa: 'veinte' }, campo: 'placa' },
    {
      escrito: { via: 'CL', numero: '13', generadora: '5', placa: '20', complemento: '<b>' },
      campo: 'complemento',
    },
  ],
});
