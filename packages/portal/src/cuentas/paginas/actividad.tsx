import { formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { Dibujo, Pagina, renderizarPagina, TextoInset } from '../../interfaz/index.ts';
import { porDias, type Actuacion, type DiaDeAlguien } from '../actuar/actividad.ts';
import type { Lugar } from './seguridad.tsx';

interface Props {
  lugar: Lugar;
  filas: readonly Actuacion[];
  /** Of whom alone, when one was chosen. */
  quien?: string;
  siguiente?: string;
}

/** Who did what with the data, and who only looked: by day and by person. */
export const paginaActividad = (o: Props) => {
  const personas = [...new Map(o.filas.map((f) => [f.quien, f.nombre]))];
  const vistas = o.filas.filter((f) => o.quien === undefined || f.quien === o.quien);
  return renderizarPagina(
    <Pagina titulo="Quién vio sus datos y quién ha hecho qué" migas={o.lugar.migas}>
      <TextoInset>
        Cada entrada queda en un registro que nadie puede cambiar, tampoco la oficina. Si no reconoce algo,
        cierre las sesiones y cambie su contraseña en{' '}
        <a class="govuk-link" href="/cuenta">
          Su cuenta
        </a>
        .
      </TextoInset>
      {personas.length > 1 || o.quien ? (
        <nav class="indice" aria-label="De quién">
          <ul>
            <li>{o.quien === undefined ? <strong>Todos</strong> : <a href={o.lugar.base}>Todos</a>}</li>
            {personas.map(([quien, nombre]) => (
              <li>
                {quien === o.quien ? (
                  <strong aria-current="true">{nombre}</strong>
                ) : (
                  <a href={`${o.lugar.base}?quien=${quien}`}>{nombre}</a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {vistas.length === 0 ? (
        <div class="vacio">
          <Dibujo nombre="vacio" />
          <p class="govuk-body">Todavía no hay actividad.</p>
        </div>
      ) : null}
      {porDias(vistas).map(({ dia, personas: delDia }) => (
        <section class="parte">
          <h2 class="govuk-heading-m">{formatearFecha(dia)}</h2>
          <ul class="deberes">
            {delDia.map((p) => (
              <li>
                <p>
                  <strong>{p.clase === 'otra-persona' ? `${p.nombre}, en su nombre` : p.nombre}</strong>
                  <span class="linea">{enPalabras(p)}</span>
                </p>
                <span class="deberes__cuando">{horas(p)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {o.siguiente ? (
        <p class="govuk-body">
          <a class="govuk-link" href={o.siguiente}>
            Más antigua
          </a>
        </p>
      ) : null}
    </Pagina>,
  );
};

/** «Entró (2 veces). Descargó una copia del RUT.» */
const enPalabras = ({ cosas }: DiaDeAlguien): string =>
  cosas.map(({ que, veces }) => `${que}${veces > 1 ? ` (${veces} veces)` : ''}.`).join(' ');

const hora = (en: Date): string => formatearFechaHora(en).split(', ')[1] ?? '';

function horas({ desde, hasta }: DiaDeAlguien): string {
  const [primera, ultima] = [hora(desde), hora(hasta)];
  return primera === ultima ? primera : `${primera} a ${ultima}`;
}
