import { definidos } from '@autogestion/normas/definidos';
import { fecha, formatearFecha, sumarDias, type LimitesFecha } from '@autogestion/normas/fechas';
import { MUNICIPIOS, municipio, nombreCompleto } from '@autogestion/normas/geografia';
import type { ActoDeOrganizacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, CampoTexto, Selector } from '../../../../interfaz/index.ts';
import { partesDeCierre, repetidos, type Paso } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { linea, unaDe } from '../../../inscripcion/campos.ts';
import { cajasDe, conLoDeHoy, fechaConLoDeHoy, leerCajas, textoDeHasta } from '../../campos.ts';
import { ACTOS, type Acto } from '../../respuestas-hojas.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import { FECHA, listaRepetida, unaVezCadaUno } from '../hojas/comun.tsx';

const PARTE = 'Constitución y reforma';
const GRUPO = 'acto';
const NOMBRE: Readonly<Record<Acto, string>> = {
  constitucion: 'La constitución',
  reforma: 'La última reforma',
};
/** A term of duration may end far away. */
const VIGENCIA_EN_DIAS = 36_600;

const toca = cambia('constitucion');
const cualDe = (d: DatosActualizacion) => d.respuestas['acto-cual']?.cual;
const CUAL = unaVezCadaUno({
  grupo: GRUPO,
  campo: 'cual',
  etiqueta: 'Documento',
  valores: ACTOS,
  nombres: NOMBRE,
  dicho: cualDe,
  repetido: 'Esa ya la anotó: corríjala o quítela.',
});

/** The constitution is corrected, so it begins with what the RUT says; a reform is another one, and begins empty. */
const deHoy = (d: DatosActualizacion): Partial<ActoDeOrganizacion> =>
  (cualDe(d) === 'constitucion' && hechosDe(d).registro.organizacion?.constitucion) || {};

const REPETIDO = {
  ...listaRepetida(GRUPO, (d) => {
    const { 'acto-cual': cual, 'acto-documento': documento, 'acto-vigencia': fin } = d.respuestas;
    return cual && documento && fin && `${NOMBRE[cual.cual]}: ${documentoDicho(documento)}`;
  }),
  puedeOtra: CUAL.puedeOtra,
};

const documentoDicho = (v: Respuestas['acto-documento']) =>
  `documento ${v.numero}, del ${formatearFecha(v.fecha)}`;

/** Boxes 71 to 81. Box 71 is a code without a table: it stays as it was, and a new reform has none. */
export function pasosActo(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const pasado = (nombre: string): LimitesFecha => ({
    nombre,
    desde: fecha('1800-01-01'),
    hasta: reloj.hoy(),
  });
  const futuro = (nombre: string): LimitesFecha => ({
    ...pasado(nombre),
    hasta: sumarDias(reloj.hoy(), VIGENCIA_EN_DIAS),
  });
  const deUnActo = [
    paso<'acto-cual'>({
      slug: 'acto-cual',
      parte: PARTE,
      nombre: 'Qué cambia',
      pregunta: '¿Qué va a poner al día?',
      aplica: toca,
      esquema: z.object({ cual: unaDe(ACTOS, 'Elija una de las dos.') }),
      ...CUAL.partes,
    }),
    paso<'acto-documento'>({
      slug: 'acto-documento',
      parte: PARTE,
      nombre: 'Documento',
      pregunta: '¿Qué número y qué fecha tiene el documento?',
      aplica: toca,
      esquema: z
        .object({
          numero: textoDeHasta(20, 'El número', 'Escriba el número del documento.'),
          ...cajasDe('fecha'),
        })
        .transform((v, ctx) => {
          const leida = leerCajas(v, 'fecha', pasado('La fecha del documento'), ctx);
          if (leida) return { numero: v.numero, fecha: leida };
          if (ctx.issues.length === 0)
            ctx.addIssue({ code: 'custom', message: 'Escriba la fecha del documento.', path: ['fecha'] });
          return z.NEVER;
        }),
      pagina: (c) => (
        <>
          <p class="govuk-body">
            La escritura, el acta o el documento privado con el que se hizo, o con el que se reformó por
            última vez.
          </p>
          <CampoTexto
            {...conLoDeHoy(c, 'numero', deHoy(c.datos).numero)}
            etiqueta="Número del documento"
            ortografia={false}
            ancho={20}
          />
          <CampoFecha {...fechaConLoDeHoy(c, 'fecha', deHoy(c.datos).fecha)} etiqueta="Fecha del documento" />
        </>
      ),
      resumen: (v) => [{ clave: 'Número y fecha', valor: documentoDicho(v) }],
      ejemplos: [{ escrito: { numero: '1234', ...FECHA } }],
    }),
    paso<'acto-notaria'>({
      slug: 'acto-notaria',
      parte: PARTE,
      nombre: 'Notaría',
      pregunta: '¿En qué notaría se hizo?',
      aplica: toca,
      esquema: z.object({
        notaria: linea.refine((v) => /^\d{0,4}$/.test(v), {
          error: 'Escriba el número de la notaría, o déjelo vacío.',
        }),
      }),
      pagina: (c) => (
        <CampoTexto
          {...conLoDeHoy(c, 'notaria', deHoy(c.datos).notaria)}
          etiqueta="Número de la notaría"
          ayuda="Si no se hizo en una notaría, déjelo vacío."
          teclado="numeric"
          opcional
          ancho={4}
        />
      ),
      resumen: (v) => [{ clave: 'Notaría', valor: v.notaria || 'Ninguna' }],
      ejemplos: [{ escrito: { notaria: '5' } }],
    }),
    paso<'acto-registro'>({
      slug: 'acto-registro',
      parte: PARTE,
      nombre: 'Registro',
      pregunta: '¿Dónde y cuándo se registró?',
      aplica: toca,
      esquema: z
        .object({ entidad: textoDeHasta(100, 'El nombre de la entidad'), ...cajasDe('fecha') })
        .transform((v, ctx) => {
          const leida = leerCajas(v, 'fecha', pasado('La fecha de registro'), ctx);
          if (v.entidad === '' && leida)
            ctx.addIssue({ code: 'custom', message: 'Escriba dónde se registró.', path: ['entidad'] });
          if (v.entidad !== '' && !leida && ctx.issues.length === 0)
            ctx.addIssue({ code: 'custom', message: 'Escriba la fecha de registro.', path: ['fecha'] });
          return { entidad: v.entidad, ...definidos({ fecha: leida }) };
        }),
      pagina: (c) => (
        <>
          <p class="govuk-body">Si no se ha registrado, deje todo vacío.</p>
          <CampoTexto
            {...conLoDeHoy(c, 'entidad', deHoy(c.datos).entidadDeRegistro)}
            etiqueta="Entidad de registro"
            ayuda="Por ejemplo, Cámara de Comercio de Cali"
            opcional
            ortografia={false}
          />
          <CampoFecha
            {...fechaConLoDeHoy(c, 'fecha', deHoy(c.datos).fechaDeRegistro)}
            etiqueta="Fecha de registro"
            opcional
          />
        </>
      ),
      resumen: (v) => [
        { clave: 'Registro', valor: v.fecha ? `${v.entidad}, ${formatearFecha(v.fecha)}` : 'Sin registro' },
      ],
      ejemplos: [{ escrito: {} }, { escrito: { entidad: 'Cámara de Comercio', ...FECHA } }],
    }),
    paso<'acto-matricula'>({
      slug: 'acto-matricula',
      parte: PARTE,
      nombre: 'Matrícula mercantil',
      pregunta: '¿Qué matrícula mercantil tiene, y de qué municipio?',
      aplica: toca,
      esquema: z.object({
        matricula: textoDeHasta(20, 'La matrícula'),
        municipio: linea.refine((v) => v === '' || municipio(v) !== undefined, {
          error: 'Elija el municipio de la lista.',
        }),
      }),
      pagina: (c) => (
        <>
          <CampoTexto
            {...conLoDeHoy(c, 'matricula', deHoy(c.datos).matricula)}
            etiqueta="Número de matrícula mercantil"
            ayuda="Si no tiene, déjelo vacío."
            opcional
            ortografia={false}
            ancho={20}
          />
          <Selector
            {...conLoDeHoy(c, 'municipio', deHoy(c.datos).municipio)}
            etiqueta="Municipio"
            opcional
            conBusqueda
            opciones={MUNICIPIOS.map((m) => ({ valor: m.codigo, texto: nombreCompleto(m) }))}
          />
        </>
      ),
      resumen: (v) => {
        const m = municipio(v.municipio);
        return [
          { clave: 'Matrícula mercantil', valor: v.matricula || 'Ninguna' },
          { clave: 'Municipio', valor: m ? nombreCompleto(m) : 'No lo dijo' },
        ];
      },
      ejemplos: [{ escrito: { matricula: '12345', municipio: '11001' } }],
    }),
    paso<'acto-vigencia'>({
      slug: 'acto-vigencia',
      parte: PARTE,
      nombre: 'Vigencia',
      pregunta: '¿Desde cuándo y hasta cuándo está vigente?',
      aplica: toca,
      esquema: z.object({ ...cajasDe('desde'), ...cajasDe('hasta') }).transform((v, ctx) => {
        const desde = leerCajas(v, 'desde', futuro('La fecha en que empieza'), ctx);
        const hasta = leerCajas(v, 'hasta', futuro('La fecha en que termina'), ctx);
        if (desde && hasta && hasta < desde)
          ctx.addIssue({ code: 'custom', message: 'No puede terminar antes de empezar.', path: ['hasta'] });
        return definidos({ desde, hasta });
      }),
      pagina: (c) => (
        <>
          <p class="govuk-body">Si no tiene fecha de terminación, deje vacía la segunda.</p>
          <CampoFecha
            {...fechaConLoDeHoy(c, 'desde', deHoy(c.datos).vigenteDesde)}
            etiqueta="Desde"
            opcional
          />
          <CampoFecha
            {...fechaConLoDeHoy(c, 'hasta', deHoy(c.datos).vigenteHasta)}
            etiqueta="Hasta"
            opcional
          />
        </>
      ),
      resumen: ({ desde, hasta }) => [
        {
          clave: 'Vigencia',
          valor: `${desde ? `desde el ${formatearFecha(desde)}` : 'sin fecha de inicio'}, ${hasta ? `hasta el ${formatearFecha(hasta)}` : 'sin fecha de terminación'}`,
        },
      ],
      ejemplos: [{ escrito: { 'desde-dia': '15', 'desde-mes': '1', 'desde-anio': '2026' } }],
    }),
  ];
  return [
    ...repetidos(REPETIDO, deUnActo),
    paso<'acto-otra-vez'>({
      slug: 'acto-otra-vez',
      parte: PARTE,
      nombre: 'Otro documento',
      pregunta: '¿Cambió también el otro documento?',
      aplica: toca,
      ...partesDeCierre(REPETIDO),
    }),
  ];
}
