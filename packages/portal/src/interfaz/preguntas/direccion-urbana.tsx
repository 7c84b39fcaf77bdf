import { definidos } from '@autogestion/normas/definidos';
import {
  analizarDireccion,
  CUADRANTES,
  construirDireccion,
  faltasDeDireccion,
  leerDireccion,
  VIAS,
  type CampoDireccion,
  type Cuadrante,
  type PartesDireccion,
} from '@autogestion/normas/direccion';
import { z } from 'zod';
import { linea as renglon, type Formulario } from '../../plataforma/index.ts';
import { camposDe, idDeCampo } from '../campos.ts';
import { CampoTexto, Detalles, Selector } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import { direccionLeida } from '../direccion-leida.ts';
import { conLoDeHoy, linea, type Comun, type ContextoPregunta, type Pregunta } from './pregunta.ts';

/** The line, and what it was when its parts were shown to be mended: while it stays so, the parts are the answer. */
const [LINEA, LEIDA] = ['direccion', 'leida'] as const;
const CAMPOS_DE_PARTES = [
  'via',
  'numero',
  'letra',
  'cuadrante',
  'generadora',
  'letraGeneradora',
  'cuadranteGeneradora',
  'placa',
  'complemento',
] as const;
type Escrito = Record<typeof LINEA | typeof LEIDA | (typeof CAMPOS_DE_PARTES)[number], string>;

/** The field where each part is mended: BIS and its letter are written with the letter. */
const CAMPO_DE: Record<CampoDireccion, string> = {
  via: 'via',
  numero: 'numero',
  letra: 'letra',
  bis: 'letra',
  letraBis: 'letra',
  cuadrante: 'cuadrante',
  generadora: 'generadora',
  letraGeneradora: 'letraGeneradora',
  bisGeneradora: 'letraGeneradora',
  letraBisGeneradora: 'letraGeneradora',
  cuadranteGeneradora: 'cuadranteGeneradora',
  placa: 'placa',
  complementos: 'complemento',
};

const porPartes = (v: Partial<Escrito>): boolean =>
  CAMPOS_DE_PARTES.some((campo) => (v[campo] ?? '') !== '') && (v[LINEA] === '' || v[LINEA] === v[LEIDA]);

const NO_ES_URBANA =
  'Escríbala con el tipo de vía y los números, así: Calle 13 A # 5 - 20. También puede escribirla por partes.';

const ESQUEMA = z
  .object({
    direccion: renglon,
    leida: renglon,
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
    const decir = (campo: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [campo] });
    const { partes, complemento } = porPartes(v)
      ? { partes: partesEscritas(v), complemento: v.complemento }
      : leerDireccion(v[LINEA]);
    const faltas = faltasDeDireccion(partes);
    const nadaSeEntiende =
      !porPartes(v) && ['via', 'generadora'].every((c) => faltas.some((f) => f.campo === c));
    if (nadaSeEntiende) decir(LINEA, v[LINEA] === '' ? 'Escriba la dirección.' : NO_ES_URBANA);
    else for (const { campo, mensaje } of faltas) decir(CAMPO_DE[campo], mensaje);
    const construida = construirDireccion(partes);
    if (!construida.ok) return z.NEVER;
    const completa = analizarDireccion(`${construida.valor} ${complemento}`);
    if (completa.ok) return completa.valor;
    decir(porPartes(v) ? 'complemento' : LINEA, completa.mensaje);
    return z.NEVER;
  });

function partesEscritas(v: Escrito): PartesDireccion {
  const deVia = separarBis(v.letra);
  const deCruce = separarBis(v.letraGeneradora);
  const cuadrante = (c: string) => (esCuadrante(c) ? c : undefined);
  return {
    via: v.via,
    numero: v.numero,
    generadora: v.generadora,
    placa: v.placa,
    ...deVia,
    ...definidos({
      cuadrante: cuadrante(v.cuadrante),
      letraGeneradora: deCruce.letra,
      bisGeneradora: deCruce.bis,
      letraBisGeneradora: deCruce.letraBis,
      cuadranteGeneradora: cuadrante(v.cuadranteGeneradora),
    }),
  };
}

/** `A BIS`, `bis`, `BIS B`, `A`: people write the word where the letter goes. */
function separarBis(escrito: string): Pick<PartesDireccion, 'letra' | 'bis' | 'letraBis'> {
  const [, antes = '', despues = ''] = /^(.*?)\s*\bBIS\b\s*(.*)$/.exec(escrito.toUpperCase()) ?? [];
  const bis = antes + despues !== '' || /^bis$/i.test(escrito);
  if (!bis) return definidos({ letra: escrito || undefined });
  return { bis, ...definidos({ letra: antes || undefined, letraBis: despues || undefined }) };
}

const conBis = (letra = '', bis = false, letraBis = ''): string =>
  [letra, bis ? 'BIS' : '', letraBis].filter(Boolean).join(' ');

const esCuadrante = (v: string): v is Cuadrante => (CUADRANTES as readonly string[]).includes(v);

/** The fields of the parts, with what was understood of the line. */
function partesDeLaLinea(texto: string): Formulario {
  const { partes: p, complemento } = leerDireccion(texto);
  return {
    via: p.via,
    numero: p.numero,
    letra: conBis(p.letra, p.bis, p.letraBis),
    cuadrante: p.cuadrante ?? '',
    generadora: p.generadora,
    letraGeneradora: conBis(p.letraGeneradora, p.bisGeneradora, p.letraBisGeneradora),
    cuadranteGeneradora: p.cuadranteGeneradora ?? '',
    placa: p.placa,
    complemento,
  };
}

const PUNTOS = [
  { valor: 'NORTE', texto: 'Norte' },
  { valor: 'SUR', texto: 'Sur' },
  { valor: 'ESTE', texto: 'Este' },
  { valor: 'OESTE', texto: 'Oeste' },
];

type PropsDePunto = ReturnType<ReturnType<typeof camposDe>['texto']> & { etiqueta: string };

const PuntoCardinal = (campo: PropsDePunto) => (
  <Selector {...campo} opciones={PUNTOS} vacia="Ninguno" opcional ancho={10} />
);

function Partes({ campo }: { campo: ReturnType<typeof camposDe> }) {
  return (
    <>
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
        ancho={10}
        ortografia={false}
      />
      <PuntoCardinal {...campo.texto('cuadrante')} etiqueta="Punto cardinal de la vía" />
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
        ancho={10}
        ortografia={false}
      />
      <PuntoCardinal {...campo.texto('cuadranteGeneradora')} etiqueta="Punto cardinal de ese número" />
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

/** The line, how it is read, and its parts: folded until one has to be mended, or for whoever prefers them. */
function Campos<D>({ c }: { c: ContextoPregunta<D> }) {
  const escrito = c.valores as Partial<Escrito>;
  const texto = renglon.parse([escrito[LINEA] ?? ''].flat()[0]);
  const conPartes = porPartes({ ...escrito, [LINEA]: texto });
  const errada = CAMPOS_DE_PARTES.some((campo) => c.errores[campo] !== undefined);
  const valores = conPartes || !errada ? c.valores : { ...c.valores, ...partesDeLaLinea(texto) };
  const campo = camposDe({ valores, errores: c.errores });
  const delaLinea = campo.texto(LINEA);
  return (
    <>
      <CampoTexto
        {...delaLinea}
        etiqueta={c.nombre}
        ayuda="En una línea. Por ejemplo, Calle 13 A # 5 - 20, apartamento 301"
        autocompletar="street-address"
        ortografia={false}
      />
      <ag-direccion class="direccion-leida" data-de={idDeCampo(LINEA)} role="status">
        {errada && !conPartes ? direccionLeida(texto) : ''}
      </ag-direccion>
      {errada && texto !== '' ? <input type="hidden" name={LEIDA} value={texto} /> : null}
      <Detalles resumen="Escribirla por partes" abierto={errada || conPartes}>
        <Partes campo={campo} />
      </Detalles>
    </>
  );
}

/**
 * An address with street and number, in one line, written as the RUT does. What could not be read is mended part by part,
 * all at once; whoever prefers it writes it by parts.
 */
export const direccionUrbana = <D,>(
  o: Omit<Comun<string, D>, 'campo' | 'etiqueta' | 'ayuda'> = {},
): Pregunta<string, D> => {
  const escribir = (v: string): Formulario => ({ [LINEA]: v });
  return {
    esquema: ESQUEMA,
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      return conPalabras(o, c, <Campos c={c} />);
    },
    resumen: linea(o, (v) => v),
    escribir,
    ejemplos: o.ejemplos ?? [
      { direccion: 'calle 13a bis sur 5-20 apartamento 301' },
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
      { escrito: {}, campo: 'direccion' },
      { escrito: { direccion: 'Calle 13 # 5' }, campo: 'placa' },
      { escrito: { via: 'CL', numero: '13', generadora: '5', placa: 'veinte' }, campo: 'placa' },
      { escrito: { via: 'CL', numero: '13', generadora: '', placa: '' }, campo: 'generadora' },
      {
        escrito: { via: 'CL', numero: '13', generadora: '5', placa: '20', complemento: '<b>' },
        campo: 'complemento',
      },
    ],
  };
};
