import { TEMAS_210, type Tema } from '@autogestion/normas/formularios/210';
import { EnlaceBoton, Etiqueta, renderizarPagina, Tabla } from '../../../interfaz/index.ts';
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
        <Tabla
          titulo={GRUPOS[grupo]}
          conCabezas
          columnas={[{ titulo: 'Qué' }, { titulo: 'Cómo va' }]}
          filas={TEMAS_210.filter((t) => t.grupo === grupo).map((t) => {
            const r = dicho[t.clave];
            return [
              <a class="govuk-link" href={`${base}/tema/${t.clave}`}>
                {t.nombre}
              </a>,
              conFalta.has(`tema.${t.clave}`) ? (
                <Etiqueta tono="mal">Por completar</Etiqueta>
              ) : r?.aplica ? (
                <Etiqueta tono="bien">
                  {r.renglones.length === 1 ? 'Dicho' : `${r.renglones.length} datos`}
                </Etiqueta>
              ) : r ? (
                'No'
              ) : (
                ''
              ),
            ];
          })}
        />
      ))}
      <EnlaceBoton href={`${base}/revision`}>Revisar y firmar</EnlaceBoton>
    </MarcoDeEntrevista>,
  );
}
