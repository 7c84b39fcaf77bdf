import { temaDe, type Sugerencia } from '@autogestion/normas/formularios/210';
import {
  Boton,
  camposDe,
  Detalles,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  Radios,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../../llenar/index.ts';
import { cambiadas, decisionesDe } from '../../prellenado/index.ts';
import { campoDeSugerencia, claveCorta } from '../claves.ts';
import { MarcoDeEntrevista } from './marco.tsx';

interface Props {
  b: BorradorCalculado;
  titular: string;
  escrito?: Valores;
  errores?: Errores;
}

/** What others reported and what the return of the year before left: each is confirmed, changed, or said not to be so. */
export function paginaLoReportado(o: Props): string {
  const { b, titular, escrito = {}, errores = {} } = o;
  const base = deBorrador(titular, b.borrador.idPublico);
  const { sugerencias, otros } = b.prellenado;
  return renderizarPagina(
    <MarcoDeEntrevista b={b} titular={titular} titulo="Lo que ya sabemos de su año" errores={errores}>
      <p class="govuk-body">
        {sugerencias.length === 0
          ? 'Nadie ha reportado todavía nada de usted para este año que sirva para esta declaración. Cuéntenos usted qué pasó.'
          : 'Esto es lo que otros informaron. Sugerido no es declarado: diga en cada caso si es así.'}
      </p>
      {sugerencias.length === 0 ? null : (
        <p class="govuk-body">
          Si algo no es así, además de decirlo aquí puede{' '}
          <a class="govuk-link" href={`/de/${titular}/reportado?anio=${b.borrador.anio}`}>
            pedirle a quien lo reportó que lo corrija
          </a>
          .
        </p>
      )}
      <LoQueCambio b={b} />
      {sugerencias.length === 0 ? null : (
        <Formulario accion={`${base}/lo-reportado`} ocultos={{ _revision: b.borrador.revision }}>
          {sugerencias.map((s) => (
            <UnaSugerencia s={s} b={b} base={base} escrito={escrito} errores={errores} />
          ))}
          <GrupoDeBotones>
            <Boton>Guardar y seguir</Boton>
          </GrupoDeBotones>
        </Formulario>
      )}
      {otros.length === 0 ? null : (
        <Detalles resumen={`Otros reportes que no llenan casillas (${otros.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {otros.map((r) => (
              <li>
                {r.frase} <AlTema tema={r.tema} base={base} />
              </li>
            ))}
          </ul>
        </Detalles>
      )}
      {sugerencias.length === 0 ? <EnlaceBoton href={`${base}/nadie-reporta`}>Seguir</EnlaceBoton> : null}
    </MarcoDeEntrevista>,
  );
}

/** Where what no box was filled with can be told. */
function AlTema({ tema, base }: { tema: string | undefined; base: string }) {
  const suyo = tema === undefined ? undefined : temaDe(tema);
  if (!suyo) return null;
  return (
    <a class="govuk-link" href={`${base}/tema/${suyo.clave}`}>
      Contar lo que pasó: {suyo.nombre.toLowerCase()}
    </a>
  );
}

function UnaSugerencia({
  s,
  b,
  base,
  escrito,
  errores,
}: {
  s: Sugerencia;
  b: BorradorCalculado;
  base: string;
  escrito: Valores;
  errores: Errores;
}) {
  const d = decisionesDe(b.borrador.contenido).get(s.id);
  const campo = campoDeSugerencia(s.id);
  const valores = { ...(d && { [campo]: d.como }), ...escrito };
  const falta = s.porCompletar.length > 0;
  return (
    <>
      <Radios
        {...camposDe({ valores, errores }).texto(campo)}
        etiqueta={temaDe(s.tema)?.nombre ?? s.tema}
        ayuda={s.frase}
        opciones={[
          { valor: 'si', texto: falta ? 'Es así; completar lo que falta' : 'Es así' },
          { valor: 'otro', texto: 'Es otro valor' },
          { valor: 'no', texto: 'No es mío o no ocurrió' },
        ]}
      />
      {d && d.como !== 'no' ? (
        <p class="govuk-body-s">
          <a class="govuk-link" href={`${base}/tema/${s.tema}/${claveCorta(s.id)}`}>
            Ver o cambiar el detalle
            <span class="govuk-visually-hidden">: {s.frase}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What was reported otherwise after it was decided: nothing is signed until it is looked at again. */
function LoQueCambio({ b }: { b: BorradorCalculado }) {
  const lista = cambiadas(b.prellenado, b.borrador.contenido);
  if (lista.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Esto cambió desde que empezó</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lista.map((c) => (
          <li>
            Antes: {c.antes} Ahora: {c.ahora}
          </li>
        ))}
      </ul>
    </section>
  );
}
