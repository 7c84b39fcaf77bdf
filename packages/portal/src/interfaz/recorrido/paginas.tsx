import { definidos } from '@autogestion/normas/definidos';
import type { VNode } from 'preact';
import type { Formulario as Escrito } from '../../plataforma/index.ts';
import { camposDe } from '../campos.ts';
import {
  Aviso,
  Boton,
  ConLado,
  DatosAlLado,
  Detalles,
  Ficha,
  Formulario,
  GrupoDeBotones,
  ListaPasos,
  ListaResumen,
  Tabla,
} from '../componentes/index.ts';
import { Pagina, renderizarPagina } from '../pagina.tsx';
import type { Paso } from './definicion.ts';
import { leerPaso } from './estado.ts';
import { filasDe, type BorradorVisto } from './borrador-visto.ts';
import { EnlaceQuitar, VueltaRevisada, VueltasHechas } from './paginas-vueltas.tsx';

interface PropsPaso {
  valores: Escrito;
  errores?: Record<string, string>;
  aviso?: string | undefined;
}

const preguntaDe = <R extends object, H extends object>(paso: Paso<R, H>, m: BorradorVisto<R, H>): string =>
  typeof paso.pregunta === 'string' ? paso.pregunta : paso.pregunta(m.estado.datos);

/** One question: heading, error summary, fields, button; the same with and without script. */
export function paginaPaso<R extends object, H extends object>(
  m: BorradorVisto<R, H>,
  paso: Paso<R, H>,
  p: PropsPaso,
): string {
  const errores = p.errores ?? {};
  const pregunta = preguntaDe(paso, m);
  const indice = m.estado.pasos.findIndex((x) => x.paso.slug === paso.slug);
  const previo = anteriorDe(m, indice);
  const contadas = m.def.partesSegunRespuestas ? m.estado.pasos.map((x) => x.paso) : m.def.pasos;
  const partes = [...new Set(contadas.map((x) => x.parte))];
  const contexto = {
    datos: m.estado.datos,
    campo: camposDe({ valores: p.valores, errores }),
    valores: p.valores,
    errores,
    ...definidos({ inicio: m.inicio }),
  };
  const acaba = (paso.acaba?.(m.estado.datos) ?? []).length > 0;
  return renderizarPagina(
    <Pagina
      titulo={`${pregunta} · ${m.def.titulo}`}
      encabezado={pregunta}
      parteDe={m.def.titulo}
      volver={previo && `${m.base}/${previo.slug}`}
      antes={
        <>
          <ListaPasos actual={partes.indexOf(paso.parte) + 1} total={partes.length} nombre={paso.parte} />
          {p.aviso ? <Aviso>{p.aviso}</Aviso> : null}
        </>
      }
      errores={errores}
      alLado={<LoQueLleva m={m} hasta={indice} />}
    >
      {paso.cierra ? <VueltasHechas m={m} repetido={paso.cierra} /> : null}
      {acaba ? (
        <>
          {paso.pagina(contexto)}
          {paso.pie?.(contexto)}
          <AhiAcaba m={m} hasta={indice} />
        </>
      ) : (
        <Formulario accion={`${m.base}/${paso.slug}`} ocultos={{ _revision: m.borrador.revision }}>
          <EnterContinua />
          {paso.pagina(contexto)}
          <Boton>{paso.boton ?? 'Continuar'}</Boton>
          {paso.pie?.(contexto)}
        </Formulario>
      )}
      <EnlaceQuitar m={m} paso={paso} />
      {acaba ? null : (
        <p class="govuk-body-s guardado">
          {m.def.guardado ??
            'Cada respuesta queda guardada al pulsar el botón. Puede seguir después, también desde otro dispositivo.'}
        </p>
      )}
    </Pagina>,
  );
}

/**
 * A browser presses the first button of a form on Enter: this one, which is the main one, and not that of a search that
 * stands in the question. Nobody sees, hears or reaches it.
 */
const EnterContinua = () => (
  <input type="submit" class="enter-continua" value="Continuar" tabIndex={-1} aria-hidden="true" />
);

/** The ways out of a page where there is nothing to go on to: another answer, or the end of the draft, and home. */
function AhiAcaba<R extends object, H extends object>({
  m,
  hasta,
}: {
  m: BorradorVisto<R, H>;
  hasta: number;
}) {
  const filas = filasDe(
    m,
    m.estado.pasos.slice(0, hasta).map((p) => p.paso),
  );
  return (
    <>
      {filas.length > 0 ? (
        <Detalles resumen="Cambiar una respuesta">
          <ListaResumen filas={filas} />
        </Detalles>
      ) : null}
      <Formulario accion={`${m.base}/acabar`} ocultos={{ _revision: m.borrador.revision }}>
        <Boton>Terminar</Boton>
      </Formulario>
    </>
  );
}

/** The answers so far, in the order of the questions, with how many are left to see. */
function LoQueLleva<R extends object, H extends object>({
  m,
  hasta,
}: {
  m: BorradorVisto<R, H>;
  hasta: number;
}) {
  const antes = m.estado.pasos.slice(0, hasta).map((p) => p.paso);
  const filas = filasDe(m, antes);
  if (filas.length === 0) return null;
  return <DatosAlLado titulo="Lo que lleva" filas={filas} />;
}

/** The question before; of the first of a round that nobody has answered yet, the page that asked for it. */
function anteriorDe<R extends object, H extends object>(
  { estado: { pasos, datos } }: BorradorVisto<R, H>,
  indice: number,
): Paso<R, H> | undefined {
  const [este, previo] = [pasos[indice]?.paso, pasos[indice - 1]?.paso];
  const empieza = este?.repetido && (este.numero ?? 1) > 1 && previo?.numero !== este.numero;
  if (!empieza || datos.respuestas[este.slug] !== undefined) return previo;
  return pasos.find((p) => p.paso.cierra === este.repetido)?.paso;
}

/** The answers, in the order of the questions; each round of a group in a card of its own. */
function Respuestas<R extends object, H extends object>({ m }: { m: BorradorVisto<R, H> }) {
  const tramos: Paso<R, H>[][] = [];
  for (const { paso } of m.estado.pasos) {
    const [ultimo] = tramos.at(-1) ?? [];
    const sigue = ultimo && ultimo.repetido === paso.repetido && ultimo.numero === paso.numero;
    if (sigue) tramos.at(-1)?.push(paso);
    else tramos.push([paso]);
  }
  return (
    <>
      {tramos.map((pasos) => {
        const { repetido, numero = 1 } = pasos[0] ?? {};
        if (repetido) return <VueltaRevisada m={m} pasos={pasos} repetido={repetido} numero={numero} />;
        const filas = filasDe(m, pasos);
        return filas.length > 0 ? <ListaResumen filas={filas} /> : null;
      })}
    </>
  );
}

/** Every answer on one page, each with its way back, before the end. */
export function paginaRevision<R extends object, H extends object>(
  m: BorradorVisto<R, H>,
  errores: readonly string[] = [],
): string {
  const impedimentos = m.def.impedimentos?.(m.estado.datos) ?? [];
  const generales = [...errores, ...impedimentos];
  const ultimo = m.estado.pasos.at(-1)?.paso;
  return renderizarPagina(
    <Pagina
      titulo={`${m.def.revision.titulo} · ${m.def.titulo}`}
      encabezado={m.def.revision.titulo}
      volver={ultimo ? `${m.base}/${ultimo.slug}` : undefined}
      parteDe={m.def.titulo}
      ancho="ancha"
      errores={{}}
      generales={generales}
    >
      <ConLado
        actua="corto"
        lado={
          impedimentos.length === 0 ? (
            <Ficha titulo="Si todo está bien">
              {m.def.revision.advertencia ? <p>{m.def.revision.advertencia}</p> : null}
              <Formulario accion={`${m.base}/revision`} ocultos={{ _revision: m.borrador.revision }}>
                <Boton>{m.def.revision.boton}</Boton>
              </Formulario>
            </Ficha>
          ) : (
            <Ficha titulo="Todavía no se puede terminar">
              <p>
                Arriba le decimos por qué. Cambie la respuesta que haga falta: las demás quedan como están.
              </p>
            </Ficha>
          )
        }
      >
        {m.def.revision.contenido?.(m.estado.datos)}
        <Respuestas m={m} />
      </ConLado>
    </Pagina>,
  );
}

/** Two tabs or two devices answered the same question: both answers, and the person says which one stays. */
export function paginaConflicto<R extends object, H extends object>(
  m: BorradorVisto<R, H>,
  paso: Paso<R, H>,
  escrito: Escrito,
  guardado: Escrito,
): string {
  const version = (f: Escrito): VNode[] => describir(paso, f, m).map((l) => <span class="linea">{l}</span>);
  return renderizarPagina(
    <Pagina
      titulo={`Esta respuesta cambió en otra ventana · ${m.def.titulo}`}
      encabezado="¿Con cuál respuesta se queda?"
      generales={['Esta respuesta cambió en otra ventana o en otro dispositivo']}
    >
      <p class="govuk-body">
        Mientras usted respondía «{preguntaDe(paso, m)}», alguien guardó otra respuesta en este mismo
        borrador. No perdimos ninguna de las dos.
      </p>
      <Tabla
        titulo="Las dos respuestas"
        columnas={[{ titulo: 'Guardada' }, { titulo: 'La que usted escribió ahora' }]}
        filas={[[version(guardado), version(escrito)]]}
      />
      <Formulario accion={`${m.base}/${paso.slug}`} ocultos={{ _revision: m.borrador.revision }}>
        {Object.entries(escrito).flatMap(([nombre, valor]) =>
          [valor].flat().map((v) => <input type="hidden" name={nombre} value={v} />),
        )}
        <GrupoDeBotones>
          <Boton>Usar la que escribí ahora</Boton>
          <a class="govuk-link" href={`${m.base}/${paso.slug}`}>
            Dejar la guardada
          </a>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>,
  );
}

/** A form in words: the review's lines when it is valid, else what was typed. */
function describir<R extends object, H extends object>(
  paso: Paso<R, H>,
  f: Escrito,
  m: BorradorVisto<R, H>,
): string[] {
  const leido = leerPaso(paso, f, m.estado.datos);
  if (leido.ok && paso.resumen) {
    return paso.resumen(leido.valor, m.estado.datos).map((l) => `${l.rotulo}: ${l.valor}`);
  }
  return Object.values(f).flat();
}
