import { formatearFecha } from '@autogestion/normas/fechas';
import {
  EnlaceBoton,
  Etiqueta,
  InstanteTexto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import { relojDelCaso, type Caso } from '../consultas.ts';
import { nombreDelEstado } from '../palabras.ts';
import type { SinPresentar } from '../sin-presentar.ts';
import { BorrarSolicitud } from './borrar-solicitud.tsx';
import { tonoDeEstado } from './tonos.ts';

interface PropsDeCasos {
  /** `/de/<titular>` */
  base: string;
  casos: readonly Caso[];
  sinPresentar: readonly (SinPresentar & { nombre: string })[];
  /** May delete what was not filed. */
  puedeBorrar: boolean;
  /** What may be begun. */
  empezar: readonly { href: string; texto: string }[];
}

/** What a taxpayer asked of the office, and what they left ready to sign. */
export const paginaCasos = (o: PropsDeCasos): string =>
  renderizarPagina(
    <Pagina titulo="Mis trámites" ancho="ancha" migas={[{ texto: 'Inicio', href: o.base }]}>
      <SinFirmar
        {...o}
        titulo="Por firmar"
        que="Están completos y no se han presentado: nadie los ve hasta que usted firme."
        cuales={o.sinPresentar.filter((s) => !s.impide)}
      />
      <SinFirmar
        {...o}
        titulo="No se pueden presentar"
        que="Los dejó listos, pero hoy no se cumplen las condiciones o ya hay uno igual en curso. Ábralos para ver por qué, o bórrelos."
        cuales={o.sinPresentar.filter((s) => s.impide)}
      />
      <h2 class="govuk-heading-m">Presentados</h2>
      <Tabla
        titulo="Trámites presentados"
        tituloOculto
        vacia="Todavía no ha presentado ninguno."
        columnas={[{ titulo: 'Trámite' }, { titulo: 'Radicado' }, { titulo: 'Estado' }, { titulo: 'Plazo' }]}
        filas={o.casos.map((c) => [
          <a class="govuk-link" href={`${o.base}/tramites/${c.radicado}`}>
            {c.tipo.nombre}
            <span class="govuk-visually-hidden"> {c.radicado}</span>
          </a>,
          c.radicado,
          <Etiqueta tono={tonoDeEstado(c)}>{nombreDelEstado(c)}</Etiqueta>,
          c.marcha.turno === 'nadie'
            ? '—'
            : `${c.marcha.turno === 'oficina' ? 'La oficina' : 'Usted'}: hasta el ${formatearFecha(relojDelCaso(c).vence)}`,
        ])}
      />
      {o.empezar.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Empezar uno</h2>
          <ul class="govuk-list">
            {o.empezar.map((t) => (
              <li>
                <a class="govuk-link" href={t.href}>
                  {t.texto}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <EnlaceBoton href={o.base} variante="secundario">
        Volver al inicio
      </EnlaceBoton>
    </Pagina>,
  );

interface PropsDeSinFirmar extends PropsDeCasos {
  titulo: string;
  que: string;
  cuales: PropsDeCasos['sinPresentar'];
}

function SinFirmar({ base, titulo, que, cuales, puedeBorrar }: PropsDeSinFirmar) {
  if (cuales.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{titulo}</h2>
      <p class="govuk-body">{que}</p>
      <ul class="govuk-list">
        {cuales.map((s) => (
          <li>
            <a class="govuk-link" href={`${base}/solicitudes/${s.idPublico}`}>
              {s.nombre}
              <span class="govuk-visually-hidden">, preparado</span>
            </a>{' '}
            del <InstanteTexto instante={s.creadaEn} />
            {puedeBorrar ? (
              <BorrarSolicitud camino={`${base}/solicitudes/${s.idPublico}`} que={s.nombre} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
