import { definidos } from '@autogestion/normas/definidos';
import {
  analizarDireccion,
  construirDireccion,
  CUADRANTES,
  VIAS,
  type Cuadrante,
} from '@autogestion/normas/direccion';
import {
  departamento,
  DEPARTAMENTOS,
  municipio,
  municipiosDe,
  nombreCompleto,
} from '@autogestion/normas/geografia';
import { z } from 'zod';
import { CampoTexto, Radios, Selector } from '../../interfaz/index.ts';
import { pasosDe, type Paso } from '../../interfaz/recorrido/index.ts';
import { linea, unaDe } from '../inscripcion/campos.ts';

export type RespuestasUbicacion = {
  departamento: { departamento: string };
  municipio: { municipio: string };
  'tipo-direccion': { tipo: 'con-nomenclatura' | 'sin-nomenclatura' };
  direccion: { direccion: string };
  'direccion-libre': { direccion: string };
};

const paso = pasosDe<RespuestasUbicacion, object>();

const CON_NOMENCLATURA = z
  .object({
    via: linea,
    numero: linea,
    letra: linea,
    cuadrante: linea,
    generadora: linea,
    letraGeneradora: linea,
    cuadranteGeneradora: linea,
    placa: linea,
    complemento: linea,
  })
  .transform((v, ctx) => {
    const falta = (campo: string, message: string) => {
      ctx.addIssue({ code: 'custom', message, path: [campo] });
      return z.NEVER;
    };
    const { letra, bis } = separarBis(v.letra);
    const { letra: letraGeneradora, bis: bisGeneradora } = separarBis(v.letraGeneradora);
    const partes = construirDireccion({
      via: v.via,
      numero: v.numero,
      generadora: v.generadora,
      placa: v.placa,
      ...definidos({ letra: letra || undefined }),
      ...(bis && { bis }),
      ...(esCuadrante(v.cuadrante) && { cuadrante: v.cuadrante }),
      ...definidos({ letraGeneradora: letraGeneradora || undefined }),
      ...(bisGeneradora && { bisGeneradora }),
      ...(esCuadrante(v.cuadranteGeneradora) && { cuadranteGeneradora: v.cuadranteGeneradora }),
    });
    if (!partes.ok)
      return falta(partes.campo === 'complementos' ? 'complemento' : partes.campo, partes.mensaje);
    if (v.complemento === '') return { direccion: partes.valor };
    const completa = analizarDireccion(`${partes.valor} ${v.complemento}`);
    return completa.ok ? { direccion: completa.valor } : falta('complemento', completa.mensaje);
  });

const PARTE = 'Su dirección';

/** `A BIS`, `bis`, `A`: people write the word where the letter goes. */
function separarBis(escrito: string): { letra: string; bis: boolean } {
  const letra = escrito.toUpperCase();
  const sin = letra.replace(/\s*BIS$/, '');
  return { letra: sin, bis: sin !== letra };
}

const esCuadrante = (v: string): v is Cuadrante => (CUADRANTES as readonly string[]).includes(v);

const LIBRE = z.object({ direccion: linea }).transform((v, ctx) => {
  const leida = analizarDireccion(v.direccion);
  if (leida.ok) return { direccion: leida.valor };
  ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['direccion'] });
  return z.NEVER;
});

const PUNTOS = [
  { valor: 'NORTE', texto: 'Norte' },
  { valor: 'SUR', texto: 'Sur' },
  { valor: 'ESTE', texto: 'Este' },
  { valor: 'OESTE', texto: 'Oeste' },
];

/** Department, municipality and address (boxes 39 to 41). */
export function pasosUbicacion(): Paso<RespuestasUbicacion, object>[] {
  return [
    paso<'departamento'>({
      slug: 'departamento',
      parte: PARTE,
      nombre: 'Departamento',
      pregunta: '¿En qué departamento vive o trabaja?',
      esquema: z.object({
        departamento: linea.refine((v) => departamento(v) !== undefined, { error: 'Elija el departamento.' }),
      }),
      pagina: (c) => (
        <Selector
          {...c.campo.texto('departamento')}
          etiqueta="Departamento"
          conBusqueda
          opciones={DEPARTAMENTOS.map((d) => ({ valor: d.codigo, texto: d.nombre }))}
        />
      ),
      ejemplos: [{ escrito: { departamento: '25' } }],
    }),

    paso<'municipio'>({
      slug: 'municipio',
      parte: PARTE,
      nombre: 'Municipio',
      pregunta: (d) =>
        `¿En qué municipio de ${departamento(d.respuestas.departamento?.departamento ?? '')?.nombre ?? 'Colombia'}?`,
      esquema: z.object({
        municipio: linea.refine((v) => municipio(v) !== undefined, { error: 'Elija el municipio.' }),
      }),
      cumplido: (d) =>
        municipio(d.respuestas.municipio?.municipio ?? '')?.departamento ===
        d.respuestas.departamento?.departamento,
      pagina: (c) => (
        <Selector
          {...c.campo.texto('municipio')}
          etiqueta="Municipio"
          conBusqueda
          opciones={municipiosDe(c.datos.respuestas.departamento?.departamento ?? '').map((m) => ({
            valor: m.codigo,
            texto: m.nombre,
          }))}
        />
      ),
      resumen: (v) => {
        const m = municipio(v.municipio);
        return [{ clave: 'Municipio', valor: m ? nombreCompleto(m) : v.municipio }];
      },
      async alGuardar(c, v) {
        const suyo = municipio(v.municipio)?.departamento === c.datos.respuestas.departamento?.departamento;
        return suyo
          ? { tipo: 'guardado' }
          : {
              tipo: 'rechazado',
              campos: { municipio: 'Ese municipio no es del departamento que eligió. Elija otro.' },
            };
      },
      ejemplos: [{ escrito: { municipio: '25754' } }],
    }),

    paso<'tipo-direccion'>({
      slug: 'tipo-direccion',
      parte: PARTE,
      nombre: 'Clase de dirección',
      pregunta: '¿Cómo es su dirección?',
      esquema: z.object({
        tipo: unaDe(['con-nomenclatura', 'sin-nomenclatura'], 'Elija cómo es su dirección.'),
      }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('tipo')}
          etiqueta="Clase de dirección"
          opciones={[
            {
              valor: 'con-nomenclatura',
              texto: 'Tiene calle y número',
              ayuda: 'Por ejemplo, Calle 13 A # 5 - 20',
            },
            {
              valor: 'sin-nomenclatura',
              texto: 'No tiene',
              ayuda: 'Por ejemplo, una vereda, una finca o un barrio sin placas',
            },
          ]}
        />
      ),
      ejemplos: [{ escrito: { tipo: 'con-nomenclatura' } }, { escrito: { tipo: 'sin-nomenclatura' } }],
    }),

    paso<'direccion'>({
      slug: 'direccion',
      parte: PARTE,
      nombre: 'Dirección',
      pregunta: '¿Cuál es su dirección?',
      aplica: (d) => d.respuestas['tipo-direccion']?.tipo === 'con-nomenclatura',
      esquema: CON_NOMENCLATURA,
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Escríbala por partes. Por ejemplo: Carrera · 7 · A BIS · Sur, # · 45 · B, - · 20.
          </p>
          <Selector
            {...c.campo.texto('via')}
            etiqueta="Tipo de vía"
            opciones={VIAS.map((v) => ({ valor: v.codigo, texto: v.nombre }))}
            ancho={20}
          />
          <CampoTexto {...c.campo.texto('numero')} etiqueta="Número o nombre de la vía" ancho={10} />
          <CampoTexto
            {...c.campo.texto('letra')}
            etiqueta="Letra"
            opcional
            ayuda="Si lleva bis, escríbalo aquí: A BIS"
            ancho={5}
            ortografia={false}
          />
          <Selector
            {...c.campo.texto('cuadrante')}
            etiqueta="Punto cardinal de la vía"
            opciones={PUNTOS}
            vacia="Ninguno"
            opcional
            ancho={10}
          />
          <CampoTexto
            {...c.campo.texto('generadora')}
            etiqueta="Número después del #"
            teclado="numeric"
            ancho={5}
          />
          <CampoTexto
            {...c.campo.texto('letraGeneradora')}
            etiqueta="Letra después de ese número"
            opcional
            ancho={5}
            ortografia={false}
          />
          <Selector
            {...c.campo.texto('cuadranteGeneradora')}
            etiqueta="Punto cardinal de ese número"
            opciones={PUNTOS}
            vacia="Ninguno"
            opcional
            ancho={10}
          />
          <CampoTexto
            {...c.campo.texto('placa')}
            etiqueta="Número después del guion"
            teclado="numeric"
            ancho={5}
          />
          <CampoTexto
            {...c.campo.texto('complemento')}
            etiqueta="Complemento"
            opcional
            ayuda="Apartamento, torre, casa, barrio…"
          />
        </>
      ),
      resumen: (v) => [{ clave: 'Dirección', valor: v.direccion }],
      ejemplos: [
        {
          escrito: {
            via: 'CL',
            numero: '13',
            letra: 'A bis',
            cuadrante: 'SUR',
            generadora: '5',
            placa: '20',
            complemento: 'apartamento 301',
          },
        },
      ],
    }),

    paso<'direccion-libre'>({
      slug: 'direccion-libre',
      parte: PARTE,
      nombre: 'Dirección',
      pregunta: '¿Cómo se llega?',
      aplica: (d) => d.respuestas['tipo-direccion']?.tipo === 'sin-nomenclatura',
      esquema: LIBRE,
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('direccion')}
          etiqueta="Dirección"
          ayuda="Escriba la vereda, la finca o el barrio, y una seña si hace falta. Por ejemplo: Vereda San Juan, finca La Esperanza."
        />
      ),
      resumen: (v) => [{ clave: 'Dirección', valor: v.direccion }],
      ejemplos: [{ escrito: { direccion: 'Vereda San Juan, finca La Esperanza' } }],
    }),
  ];
}
