import type { Fecha } from '@autogestion/normas/fechas';
import type { Casilla } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  ConLado,
  Detalles,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import { seEscribe } from '../../../interfaz/formulario/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deAnexo, deBorrador, todas } from '../direcciones.ts';
import { OTROS_DATOS, seccionesDe } from '../secciones.ts';
import { ComoVa } from './al-lado.tsx';
import { LoTraido } from './lo-traido.tsx';

/** A return that is being filled: its parts, how far each is, and the way to its review. */
export function paginaBorrador(o: {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  puedeLlenar: boolean;
}): string {
  const { b, titular, hoy } = o;
  const { borrador, clase } = b;
  const base = deBorrador(titular, borrador.idPublico);
  const siguiente = loQueSigue(b, base);
  return renderizarPagina(
    <Pagina
      titulo={clase.nombre(borrador.anio, borrador.periodo)}
      parteDe={borrador.corrige ? 'Corrección' : `Formulario ${clase.formulario.codigo}`}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Declaraciones', href: todas(titular) },
      ]}
    >
      <ConLado
        lado={<ComoVa b={b} hoy={hoy} />}
        luego={
          o.puedeLlenar ? (
            <Formulario accion={`${base}/descartar`}>
              <p class="govuk-body-s">
                Si no va a usar este borrador puede descartarlo. Su número no se vuelve a usar.
              </p>
              <Boton variante="enlace">Descartar este borrador</Boton>
            </Formulario>
          ) : undefined
        }
      >
        <Advertencia>Esta declaración no está presentada. Se presenta cuando usted la firma.</Advertencia>
        {clase.antesDeEmpezar ? <p class="govuk-body">{clase.antesDeEmpezar(borrador.anio)}</p> : null}
        <LoTraido traido={b.cuenta.traido} />
        <p class="govuk-body">
          Lo que escribe se guarda en cada página. Puede seguir otro día o en otro aparato.
        </p>
        {clase.preguntaLoQueNadieReporta ? (
          <>
            <TresManeras b={b} base={base} />
            <EnlaceBoton href={siguiente.href}>{siguiente.texto}</EnlaceBoton>
            <Detalles resumen="Llenarla casilla por casilla">
              <Partes b={b} base={base} />
            </Detalles>
          </>
        ) : (
          <>
            <Partes b={b} base={base} />
            <EnlaceBoton href={siguiente.href}>{siguiente.texto}</EnlaceBoton>
          </>
        )}
      </ConLado>
    </Pagina>,
  );
}

/** What comes first: what others reported, then what nobody does, then the review. */
function loQueSigue({ sinMirar }: BorradorCalculado, base: string): { href: string; texto: string } {
  if (sinMirar.reportado > 0) return { href: `${base}/lo-reportado`, texto: 'Mirar lo que ya sabemos' };
  if (sinMirar.nadieReporta > 0)
    return { href: `${base}/nadie-reporta`, texto: 'Responder lo que nadie reporta' };
  return { href: `${base}/revision`, texto: 'Revisar y firmar' };
}

/** The sections of the form, each with how much of it is written. */
function Partes({ b, base }: { b: BorradorCalculado; base: string }) {
  const { clase, cuenta } = b;
  const { evaluacion: e } = cuenta;
  const conFalta = new Set(cuenta.faltas.map((f) => f.casilla));
  const comoVa = (casillas: readonly Casilla[]) => {
    const escritas = casillas.filter(
      (c) => c.clase !== 'texto' && seEscribe(c) && e.estado(c.clave) === 'conocida',
    ).length;
    if (casillas.some((c) => conFalta.has(c.clave))) return <Etiqueta tono="mal">Por corregir</Etiqueta>;
    if (escritas === 0) return <Etiqueta>Vacía</Etiqueta>;
    return <Etiqueta tono="bien">{escritas === 1 ? '1 casilla' : `${escritas} casillas`}</Etiqueta>;
  };
  const anexos = <Anexos b={b} base={base} />;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {clase.anexosPrimero ? anexos : null}
      {seccionesDe(clase.formulario).map(({ slug, seccion }) => (
        <li>
          <a class="govuk-link" href={`${base}/formulario/${slug}`}>
            {seccion.nombre}
          </a>{' '}
          {comoVa(seccion.casillas)}
        </li>
      ))}
      {clase.formulario.hechos.length === 0 ? null : (
        <li>
          <a class="govuk-link" href={`${base}/formulario/${OTROS_DATOS}`}>
            Otros datos que cuentan
          </a>
        </li>
      )}
      {clase.anexosPrimero ? null : anexos}
    </ul>
  );
}

/** The annexes of the form, each with how many rows it has. */
function Anexos({ b: { clase, cuenta }, base }: { b: BorradorCalculado; base: string }): VNode {
  const suyos = clase.formulario.anexos.map((a) => {
    const filas = cuenta.anexos[a.clave]?.length ?? 0;
    return (
      <li>
        <a class="govuk-link" href={deAnexo(base, a.clave)}>
          {a.nombre}
        </a>{' '}
        {cuenta.faltas.some((f) => f.casilla.startsWith(`${a.clave}.`)) ? (
          <Etiqueta tono="mal">Por corregir</Etiqueta>
        ) : filas > 0 ? (
          <Etiqueta tono="bien">{filas === 1 ? '1 fila' : `${filas} filas`}</Etiqueta>
        ) : (
          <Etiqueta>Vacío</Etiqueta>
        )}
      </li>
    );
  });
  return <>{suyos}</>;
}

/** By what is known already, by what happened in the year, or box by box. */
function TresManeras({ b, base }: { b: BorradorCalculado; base: string }) {
  const { sinMirar, prellenado, borrador } = b;
  const hay = prellenado.sugerencias.length + prellenado.otros.length;
  return (
    <section>
      <ListaResumen
        titulo="Cómo llenarla"
        filas={[
          {
            rotulo: '1. Lo que ya sabemos',
            valor:
              hay === 0
                ? 'Todavía nadie ha reportado nada de usted para este año.'
                : sinMirar.reportado > 0
                  ? `${sinMirar.reportado} ${sinMirar.reportado === 1 ? 'dato' : 'datos'} por confirmar`
                  : 'Todo confirmado',
            acciones: [{ href: `${base}/lo-reportado`, texto: 'Ver', oculto: 'lo que ya sabemos' }],
          },
          {
            rotulo: '2. Lo que nadie reporta',
            valor: sinMirar.nadieReporta > 0 ? 'Por responder' : 'Respondido',
            acciones: [{ href: `${base}/nadie-reporta`, texto: 'Responder', oculto: 'lo que nadie reporta' }],
          },
          {
            rotulo: `3. Lo que pasó en ${borrador.anio}`,
            valor: 'Salarios, arriendos, deudas, gastos que restan…',
            acciones: [{ href: `${base}/lo-que-paso`, texto: 'Contar', oculto: 'lo que pasó en el año' }],
          },
        ]}
      />
    </section>
  );
}
