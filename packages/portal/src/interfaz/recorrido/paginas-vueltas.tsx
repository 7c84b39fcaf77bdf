import { Boton, Formulario, GrupoDeBotones, ListaResumen, type FilaDeResumen } from '../componentes/index.ts';
import { Pagina, renderizarPagina } from '../pagina.tsx';
import type { Datos, Paso, Repetido } from './definicion.ts';
import { filasDe, type BorradorVisto } from './borrador-visto.ts';
import { vueltasDe } from './vueltas.ts';

/** One round in a line, whether it is complete or not. */
const describir = <R extends object, H extends object>(r: Repetido<R, H>, d: Datos<R, H>): string =>
  r.describir(d) ?? 'Un cambio sin terminar';

const quitar = (base: string, grupo: string, numero: number) => `${base}/quitar/${grupo}/${numero}`;

/** What was taken down of a group so far, each with the way to correct it or to take it out. */
export function VueltasHechas<R extends object, H extends object>({
  m,
  repetido,
}: {
  m: BorradorVisto<R, H>;
  repetido: Repetido<R, H>;
}) {
  const primera = m.estado.pasos.find((p) => p.paso.repetido === repetido)?.paso;
  const filas = vueltasDe(m.estado.datos, repetido.grupo).map((v, i): FilaDeResumen => {
    const texto = describir(repetido, v);
    const suya = m.estado.pasos.find((p) => p.paso.repetido === repetido && p.paso.numero === i + 1)?.paso;
    return {
      rotulo: `Cambio ${i + 1}`,
      valor: texto,
      acciones: [
        { href: `${m.base}/${(suya ?? primera)?.slug ?? ''}`, oculto: texto },
        { href: quitar(m.base, repetido.grupo, i + 1), texto: 'Quitar', oculto: texto },
      ],
    };
  });
  return (
    <>
      <h2 class="govuk-heading-m">Lo que anotó hasta ahora</h2>
      <ListaResumen filas={filas} />
    </>
  );
}

/** The answers of one round in the review. */
export function VueltaRevisada<R extends object, H extends object>({
  m,
  pasos,
  repetido,
  numero,
}: {
  m: BorradorVisto<R, H>;
  pasos: readonly Paso<R, H>[];
  repetido: Repetido<R, H>;
  numero: number;
}) {
  const vuelta = vueltasDe(m.estado.datos, repetido.grupo)[numero - 1];
  const texto = vuelta ? describir(repetido, vuelta) : '';
  const accion = { href: quitar(m.base, repetido.grupo, numero), texto: 'Quitar', oculto: texto };
  return (
    <ListaResumen
      titulo={`${pasos[0]?.parte ?? ''}: cambio ${numero}`}
      filas={[
        { rotulo: 'Cambio', valor: texto, acciones: [accion] },
        ...filasDe(m, pasos, ` del cambio ${numero}`),
      ]}
    />
  );
}

/** On each question of a round that was begun: the way out of it. */
export function EnlaceQuitar<R extends object, H extends object>({
  m,
  paso: { repetido, numero = 1 },
}: {
  m: BorradorVisto<R, H>;
  paso: Paso<R, H>;
}) {
  if (!repetido || vueltasDe(m.estado.datos, repetido.grupo).length < numero) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={quitar(m.base, repetido.grupo, numero)}>
        Quitar este cambio
      </a>
    </p>
  );
}

/** Asks once more before a round is taken out. @param errores what changed since the page was asked for */
export function paginaQuitar<R extends object, H extends object>(
  m: BorradorVisto<R, H>,
  repetido: Repetido<R, H>,
  numero: number,
  errores: readonly string[] = [],
): string {
  const vuelta = vueltasDe(m.estado.datos, repetido.grupo)[numero - 1];
  const vuelve = `${m.base}/${m.estado.siguiente?.slug ?? 'revision'}`;
  return renderizarPagina(
    <Pagina
      titulo={`¿Quita este cambio? · ${m.def.titulo}`}
      encabezado="¿Quita este cambio?"
      volver={vuelve}
      parteDe={m.def.titulo}
      errores={{}}
      generales={errores}
    >
      <p class="govuk-inset-text">{vuelta ? describir(repetido, vuelta) : 'Un cambio sin terminar'}</p>
      <Formulario
        accion={quitar(m.base, repetido.grupo, numero)}
        ocultos={{ _revision: m.borrador.revision }}
      >
        <GrupoDeBotones>
          <Boton>Sí, quitarlo</Boton>
          <a class="govuk-link" href={vuelve}>
            No, dejarlo
          </a>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>,
  );
}
