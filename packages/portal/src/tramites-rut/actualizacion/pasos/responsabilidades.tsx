import { definidos } from '@autogestion/normas/definidos';
import { anioDe } from '@autogestion/normas/fechas';
import { enUvt, reemplazadoPor, responsabilidad } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Casillas, Detalles } from '../../../interfaz/index.ts';
import { marcadas, opcion, type ContextoPregunta, type Pregunta } from '../../../interfaz/preguntas/index.ts';
import { linea } from '../../../plataforma/index.ts';
import { cuestionario } from '../../pasos/index.ts';
import { Contradicciones } from '../contradicciones.tsx';
import {
  agregables,
  codigosPropuestos,
  conPreguntas,
  contradiccionesDeHoy,
  hechosDePreguntas,
  porQueSePregunta,
  preguntaCodigos,
  preguntaSiRevisa,
  preguntaSiSubieron,
  propuestosQueCaben,
  sePuedePreguntar,
  type CodigoPropuesto,
  type DatosDeCodigos,
  type DicenComo,
  type DicenSiRevisan,
} from '../proponer-codigos.ts';
import { hechosDe, preguntas, type Dicho, type Hechos } from '../tipos.ts';
import type { RespuestasHoja1 } from './hoja-1.ts';

const PARTE = 'Lo que cambió';
const AYUDA_REVISAR = 'Responde unas preguntas y ve qué agregaría. Nada se agrega sin que usted lo confirme.';

/** `vistas`: the proposal that was on the page. */
interface Codigos {
  agrega: string[];
  vistas: string;
}

/** The proposal as the page carries it: with other answers it is another one, and is looked at again. */
const vistasDe = (d: DatosDeCodigos): string =>
  propuestosQueCaben(d)
    .map((p) => p.codigo)
    .join(' ') || 'ninguna';

const ayudaDe = (codigo: string, d: DatosDeCodigos): string => {
  const sale = reemplazadoPor(codigo);
  const tiene = sale !== undefined && hechosDe(d).registro.clasificacion.responsabilidades.includes(sale);
  return tiene ? `Ocupa el lugar de la ${sale}, que sale.` : '';
};

const razonDe = (p: CodigoPropuesto, d: DatosDeCodigos): string =>
  [
    `${p.razon} (${p.articulo}).`,
    p.certeza === 'parametro' ? 'Por confirmar: es criterio de esta oficina.' : '',
    ayudaDe(p.codigo, d),
  ]
    .filter(Boolean)
    .join(' ');

const nombreCodigo = (codigo: string) => `${codigo} · ${responsabilidad(codigo)?.nombre ?? ''}`;

/** The codes that may be added, but for some, to be chosen by who knows theirs. */
function Lista({ c, nombre, salvo }: { c: Contexto; nombre: string; salvo: readonly string[] }) {
  const todos = agregables(c.datos);
  return (
    <>
      <Casillas
        {...c.campo.varios(nombre)}
        etiqueta="Responsabilidades que puede agregar"
        opciones={todos
          .filter((r) => !r.impedimento && !salvo.includes(r.codigo))
          .map((r) => {
            const ayuda = ayudaDe(r.codigo, c.datos);
            return {
              valor: r.codigo,
              texto: nombreCodigo(r.codigo),
              ...definidos({ ayuda: ayuda || undefined }),
            };
          })}
      />
      <Detalles resumen="Las que no puede agregar aquí, y por qué">
        <ul class="govuk-list govuk-list--bullet">
          {todos.flatMap((r) => (r.impedimento ? [<li>{r.impedimento.razon}</li>] : []))}
        </ul>
      </Detalles>
    </>
  );
}

type Contexto = ContextoPregunta<DatosDeCodigos>;

const DONDE_SE_DIJO: Readonly<Record<NonNullable<ReturnType<typeof porQueSePregunta>>, string>> = {
  'que-cambia': 'lo que cambió',
  'casilla-53': 'la pregunta de si las revisa',
  'ingresos-con-el-cambio': 'la pregunta de si subieron sus ingresos',
};

function Propuesta({ c }: { c: Contexto }) {
  const caben = propuestosQueCaben(c.datos);
  const impedidos = codigosPropuestos(c.datos).filter((p) => p.impedimento !== undefined);
  const codigos = caben.map((p) => p.codigo);
  const volver = porQueSePregunta(c.datos);
  return (
    <>
      {caben.length > 0 ? (
        <Casillas
          {...c.campo.varios('agrega')}
          {...(c.valores.vistas !== vistasDe(c.datos) && { valor: codigos })}
          etiqueta="Las que le faltan, según lo que respondió"
          ayuda="Deje marcadas las que va a agregar."
          opciones={caben.map((p) => ({
            valor: p.codigo,
            texto: `${p.codigo} · ${p.nombre}`,
            ayuda: razonDe(p, c.datos),
          }))}
        />
      ) : (
        <p class="govuk-inset-text">
          Con lo que respondió, no hay otra que pueda agregar aquí. Si no va a agregar ninguna, desmárquelo en{' '}
          <a class="govuk-link" href="que-cambia">
            lo que cambió
          </a>
          .
        </p>
      )}
      {volver && caben.length > 0 ? (
        <p class="govuk-body">
          Si no va a agregar ninguna, dígalo en{' '}
          <a class="govuk-link" href={volver}>
            {DONDE_SE_DIJO[volver]}
          </a>
          : lo demás que respondió queda.
        </p>
      ) : null}
      {impedidos.length > 0 ? (
        <>
          <p class="govuk-body">De lo que respondió salen también estas, que no se agregan aquí:</p>
          <ul class="govuk-list govuk-list--bullet">
            {impedidos.map((p) => (
              <li>
                {p.codigo} · {p.nombre}. {p.impedimento}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {caben.length > 0 ? (
        <Detalles resumen="Agregar otra que ya conozco">
          <Lista c={c} nombre="otras" salvo={codigos} />
        </Detalles>
      ) : (
        <Lista c={c} nombre="agrega" salvo={[]} />
      )}
    </>
  );
}

const codigos: Pregunta<Codigos, DatosDeCodigos> = {
  esquema: z.object({ agrega: marcadas, otras: marcadas, vistas: linea }).transform((v, ctx): Codigos => {
    const agrega = [...new Set([...v.agrega, ...v.otras])];
    if (agrega.length > 0) return { agrega, vistas: v.vistas };
    ctx.addIssue({
      code: 'custom',
      message: 'Elija al menos una responsabilidad para agregar.',
      path: ['agrega'],
    });
    return z.NEVER;
  }),
  pagina: (c) => (
    <>
      <p class="govuk-body">
        Por internet se agregan responsabilidades; no se quitan. Agregue solo las que ya tiene por la ley:
        cada una trae obligaciones.
      </p>
      {conPreguntas(c.datos) ? (
        <>
          <input type="hidden" name="vistas" value={vistasDe(c.datos)} />
          <Propuesta c={c} />
        </>
      ) : (
        <Lista c={c} nombre="agrega" salvo={[]} />
      )}
    </>
  ),
  resumen: (v) => [{ rotulo: 'Agrega', valor: v.agrega.map(nombreCodigo).join('; ') }],
  ejemplos: (d) => {
    const [propuesto] = propuestosQueCaben(d);
    const vistas = vistasDe(d);
    return propuesto
      ? [{ agrega: [propuesto.codigo], vistas }]
      : [
          { agrega: ['07'], vistas },
          { agrega: ['14', '42'], vistas },
        ];
  },
  erroneos: [{ escrito: {}, campo: 'agrega' }],
};

/** Why one of them is not added here. */
function noCabe(v: Codigos, d: Dicho): string | undefined {
  const todos = agregables(d);
  for (const codigo of v.agrega) {
    const este = todos.find((r) => r.codigo === codigo);
    const mensaje = este ? este.impedimento?.razon : 'Elija responsabilidades de la lista.';
    if (mensaje !== undefined) return mensaje;
  }
  return undefined;
}

/** Box 53: codes are added, from the answers to the law's questionnaire or from the list; none is removed. */
export const preguntasResponsabilidades = preguntas<RespuestasHoja1>()
  .parte(PARTE)
  .paso(
    'casilla-53',
    {
      nombre: 'Responsabilidades',
      pregunta: 'Con lo que cambió, ¿revisa sus responsabilidades?',
      aplica: preguntaSiRevisa,
    },
    opcion<DicenSiRevisan['casilla-53'], Dicho<RespuestasHoja1>>({
      campo: 'revisa',
      etiqueta: 'Su respuesta',
      antes: (d) => <Contradicciones contradicciones={contradiccionesDeHoy(d)} />,
      de: [
        {
          valor: 'si',
          texto: 'Sí, en esta misma actualización',
          ayuda: AYUDA_REVISAR,
        },
        { valor: 'no', texto: 'No, dejo la casilla 53 como está' },
      ],
      falta: 'Diga si revisa sus responsabilidades.',
      rotulo: 'Revisa sus responsabilidades',
    }),
  )
  .paso(
    'ingresos-con-el-cambio',
    {
      nombre: 'Ingresos',
      pregunta: 'Con lo que cambió, ¿subieron sus ingresos?',
      aplica: preguntaSiSubieron,
    },
    opcion<DicenSiRevisan['ingresos-con-el-cambio'], Dicho<RespuestasHoja1>>({
      campo: 'suben',
      etiqueta: 'Su respuesta',
      antes: (d) =>
        `Importa si el año pasado o este recibió ${enUvt(3_500, anioDe(hechosDe(d).hoy) - 1)} o más: desde ahí puede que le toque cobrar IVA o impuesto al consumo.`,
      despues: <p class="govuk-body-s">Por qué preguntamos: ET 437 par. 3 y 4; ET 512-13</p>,
      de: [
        { valor: 'si', texto: 'Sí, o no sé', ayuda: AYUDA_REVISAR },
        { valor: 'no', texto: 'No, o no llegan a esa suma' },
      ],
      falta: 'Diga si subieron sus ingresos.',
      rotulo: 'Subieron sus ingresos',
    }),
  )
  .paso(
    'codigos-como',
    {
      nombre: 'Responsabilidades',
      pregunta: '¿Sabe qué responsabilidades va a agregar?',
      aplica: sePuedePreguntar,
    },
    opcion({
      campo: 'como',
      etiqueta: 'Su respuesta',
      de: [
        {
          valor: 'preguntas',
          texto: 'No: prefiero responder unas preguntas',
          ayuda: 'Con lo que hace ahora le decimos cuáles le faltan y por qué',
        },
        { valor: 'lista', texto: 'Sí: las elijo de la lista, por su código' },
      ],
      falta: 'Diga cómo prefiere agregarlas.',
      rotulo: false,
    }),
  )
  .con(
    cuestionario<RespuestasHoja1 & DicenSiRevisan & DicenComo, Hechos>({
      parte: PARTE,
      nombre: 'Responsabilidades',
      hechos: hechosDePreguntas,
    }),
    conPreguntas,
  )
  .paso(
    'codigos',
    {
      nombre: 'Responsabilidades',
      pregunta: '¿Qué responsabilidades agrega?',
      aplica: preguntaCodigos,
      cumplido: (d) => !conPreguntas(d) || ['', vistasDe(d)].includes(d.respuestas.codigos?.vistas ?? ''),
      async alGuardar({ datos }, v) {
        const agrega = noCabe(v, datos);
        return agrega === undefined ? { tipo: 'guardado' } : { tipo: 'rechazado', campos: { agrega } };
      },
    },
    codigos,
  );
