import { TEMAS_210, type RespuestaDeTema, type Tema } from '@autogestion/normas/formularios/210';
import { EnlaceBoton, Etiqueta, renderizarPagina } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../../llenar/index.ts';
import { temasDe } from '../../prellenado/index.ts';
import { MarcoDeEntrevista } from './marco.tsx';

const GRUPOS: Readonly<Record<Tema['grupo'], string>> = {
  ingresos: 'Lo que recibió',
  'bienes-y-deudas': 'Lo que tiene y lo que debe',
  'lo-que-resta': 'Lo que puede restar',
  'ya-pagado': 'Lo que ya pagó',
  otros: 'Otras cosas que cuentan',
};

/** Everything that may have happened in the year, and what was said of each. */
export function paginaLoQuePaso({ b, titular }: { b: BorradorCalculado; titular: string }): string {
  const base = deBorrador(titular, b.borrador.idPublico);
  const dicho = temasDe(b.borrador.contenido);
  const conFalta = new Set(b.cuenta.faltas.map((f) => f.casilla));
  return renderizarPagina(
    <MarcoDeEntrevista b={b} titular={titular} titulo={`¿Qué pasó en su ${b.borrador.anio}?`}>
      <p class="govuk-body">Abra solo lo que le pasó. Lo que no abra queda sin declarar.</p>
      {(Object.keys(GRUPOS) as Tema['grupo'][]).map((grupo) => (
        <section>
          <h2 class="govuk-heading-m">{GRUPOS[grupo]}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {TEMAS_210.filter((t) => t.grupo === grupo).map((t) => (
              <li>
                <a class="govuk-link" href={`${base}/tema/${t.clave}`}>
                  {t.nombre}
                </a>{' '}
                <ComoVaElTema respuesta={dicho[t.clave]} incompleto={conFalta.has(`tema.${t.clave}`)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <EnlaceBoton href={`${base}/revision`}>Revisar y firmar</EnlaceBoton>
    </MarcoDeEntrevista>,
  );
}

function ComoVaElTema({
  respuesta: r,
  incompleto,
}: {
  respuesta: RespuestaDeTema | undefined;
  incompleto: boolean;
}) {
  if (incompleto) return <Etiqueta tono="mal">Por completar</Etiqueta>;
  if (!r) return null;
  if (!r.aplica) return <Etiqueta>No</Etiqueta>;
  return (
    <Etiqueta tono="bien">{r.renglones.length === 1 ? 'Dicho' : `${r.renglones.length} datos`}</Etiqueta>
  );
}
