import type { Fecha } from '@autogestion/normas/fechas';
import {
  Advertencia,
  Boton,
  ConLado,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { campoDeCasilla, seEscribe } from '../../../interfaz/formulario/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador, todas } from '../direcciones.ts';
import { OTROS_DATOS, seccionesDe } from '../secciones.ts';
import { ComoVa } from './al-lado.tsx';

/** A return that is being filled: its parts, how far each is, and the way to its review. */
export function paginaBorrador(o: {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  puedeLlenar: boolean;
}): string {
  const { b, titular, hoy } = o;
  const { borrador, clase, cuenta } = b;
  const base = deBorrador(titular, borrador.idPublico);
  const faltas = new Set(cuenta.faltas.map((f) => f.casilla));
  const secciones = seccionesDe(clase.formulario);
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
        <p class="govuk-body">
          Lo que escribe se guarda en cada página. Puede seguir otro día o en otro aparato.
        </p>
        {clase.preguntaLoQueNadieReporta ? <TresManeras b={b} base={base} /> : null}
        <Tabla
          titulo="Las partes del formulario"
          tituloOculto
          conCabezas
          columnas={[{ titulo: 'Parte' }, { titulo: 'Cómo va' }]}
          filas={[
            ...secciones.map(({ slug, seccion }) => {
              const escritas = seccion.casillas.filter(
                (c) =>
                  seEscribe(c) &&
                  cuenta.evaluacion.plan.distribucion.puestoDe.has(c.clave) &&
                  cuenta.evaluacion.estado(c.clave) === 'conocida',
              ).length;
              const mal = seccion.casillas.some((c) => faltas.has(c.clave));
              return [
                <a class="govuk-link" href={`${base}/formulario/${slug}`} id={campoDeCasilla(slug)}>
                  {seccion.nombre}
                </a>,
                mal ? (
                  <Etiqueta tono="mal">Por corregir</Etiqueta>
                ) : escritas > 0 ? (
                  <Etiqueta tono="bien">{escritas === 1 ? '1 casilla' : `${escritas} casillas`}</Etiqueta>
                ) : (
                  <Etiqueta>Vacía</Etiqueta>
                ),
              ];
            }),
            ...(clase.formulario.hechos.length === 0
              ? []
              : [
                  [
                    <a class="govuk-link" href={`${base}/formulario/${OTROS_DATOS}`}>
                      Otros datos que cuentan
                    </a>,
                    '',
                  ],
                ]),
          ]}
        />
        <EnlaceBoton href={`${base}/revision`}>Revisar y firmar</EnlaceBoton>
      </ConLado>
    </Pagina>,
  );
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
      <h2 class="govuk-heading-m">O casilla por casilla</h2>
    </section>
  );
}
