import { EXPLICACION_DE_CAUSAL } from '@autogestion/normas/firma';
import { fechaEnBogota, formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Aviso,
  ConLado,
  DatosAlLado,
  EnlaceBoton,
  Etiqueta,
  Ficha,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import type { ResumenDeActo } from '../consultas.ts';
import type { EstadoDeFirma } from '../estado.ts';

interface Props {
  estado: EstadoDeFirma;
  /** Nobody gets a signature with it. */
  rutCancelado: boolean;
  actos: readonly (ResumenDeActo & { nombre: string })[];
  /** What was just done, said once. */
  hecho?: string | undefined;
}

/** Where the person's signature stands and what they can do with it. */
export function paginaMiFirma({ estado, rutCancelado, actos, hecho }: Props): string {
  return renderizarPagina(
    <Pagina
      titulo="Su firma electrónica"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: '/' }]}
      antes={hecho ? <Aviso tipo="exito">{hecho}</Aviso> : null}
    >
      <ConLado
        lado={estado.tipo === 'vigente' ? <SuCertificado estado={estado} /> : <Vale />}
        luego={actos.length > 0 ? <Firmados actos={actos} /> : null}
      >
        {rutCancelado ? (
          <Aviso tipo="importante" titulo="Su RUT está cancelado">
            Con él no puede tener firma electrónica; lo que firmó antes sigue siendo válido. Si hace falta, el
            RUT se reactiva en una sede (DUR 1.6.1.2.20), y entonces puede obtener otra.
          </Aviso>
        ) : (
          <Estado estado={estado} />
        )}
      </ConLado>
    </Pagina>,
  );
}

const Firmados = ({ actos }: Pick<Props, 'actos'>) => (
  <Tabla
    titulo="Lo que ha firmado"
    columnas={[{ titulo: 'Fecha' }, { titulo: 'Qué' }, { titulo: 'Radicado' }]}
    filas={actos.map((a) => [
      formatearFechaHora(a.firmadoEn),
      a.nombre,
      <a class="govuk-link" href={`/de/${a.titularPublico}/firmados/${a.radicado}`}>
        {a.radicado}
      </a>,
    ])}
  />
);

const Vale = () => (
  <Ficha titulo="Para qué sirve">
    <ul class="govuk-list govuk-list--bullet">
      <li>Presentar desde su casa lo que antes firmaba en una oficina.</li>
      <li>Recibir un documento que cualquiera puede verificar.</li>
    </ul>
    <p>
      <a class="govuk-link" href="/firma/politica">
        Cómo funciona y quién la emite
      </a>
    </p>
  </Ficha>
);

const SuCertificado = ({
  estado: { certificado: c, limite, porVencer },
}: {
  estado: Extract<EstadoDeFirma, { tipo: 'vigente' }>;
}) => (
  <DatosAlLado
    titulo="Su certificado"
    filas={[
      { rotulo: 'Estado', valor: <Etiqueta tono={porVencer ? 'ojo' : 'bien'}>VIGENTE</Etiqueta> },
      { rotulo: 'A nombre de', valor: c.nombre },
      { rotulo: 'Vence', valor: formatearFechaHora(c.hasta) },
      { rotulo: 'Renuévela a más tardar', valor: formatearFecha(limite) },
      { rotulo: 'Número del certificado', valor: <code class="huella">{c.serie}</code> },
    ]}
  />
);

function Estado({ estado }: { estado: EstadoDeFirma }) {
  switch (estado.tipo) {
    case 'sin-firma':
      return (
        <>
          <p class="govuk-body">
            Con la firma electrónica usted firma sus declaraciones y trámites desde su casa, y vale lo mismo
            que su firma a mano. Obtenerla es gratis y toma unos minutos: acepta un acuerdo, recibe un código
            y elige una contraseña.
          </p>
          <EnlaceBoton href="/mi-firma/acuerdo" inicio>
            Obtener mi firma
          </EnlaceBoton>
        </>
      );
    case 'vigente':
      return <Vigente estado={estado} />;
    case 'vencida':
      return (
        <>
          <p class="govuk-body">
            Su firma <strong>venció</strong> el {formatearFechaHora(estado.certificado.hasta)}. Lo que firmó
            con ella sigue siendo válido.
          </p>
          <EnlaceBoton href="/mi-firma/emitir">Renovar mi firma</EnlaceBoton>
        </>
      );
    case 'terminada':
      return (
        <>
          <p class="govuk-body">
            Su firma terminó el {formatearFechaHora(estado.en)}. {EXPLICACION_DE_CAUSAL[estado.causal]} Lo que
            firmó antes sigue siendo válido.
          </p>
          <EnlaceBoton href="/mi-firma/emitir">Obtener otra firma</EnlaceBoton>
        </>
      );
  }
}

function Vigente({ estado }: { estado: Extract<EstadoDeFirma, { tipo: 'vigente' }> }) {
  const { certificado: c, porVencer } = estado;
  return (
    <>
      {porVencer ? (
        <Aviso tipo="importante">
          Su firma vence el {formatearFecha(fechaEnBogota(c.hasta))}. Renuévela hoy para no quedarse sin
          firmar.
        </Aviso>
      ) : null}
      <p class="govuk-body">
        Su firma está lista: con ella presenta sus trámites, y vale lo mismo que su firma a mano.
      </p>
      <GrupoDeBotones>
        <EnlaceBoton href="/mi-firma/prueba">Probar mi firma</EnlaceBoton>
        <EnlaceBoton href="/mi-firma/emitir" variante="secundario">
          Renovar
        </EnlaceBoton>
        <EnlaceBoton href="/mi-firma/contrasena" variante="secundario">
          Cambiar la contraseña
        </EnlaceBoton>
      </GrupoDeBotones>
      <p class="govuk-body">
        ¿Olvidó la contraseña? Nadie puede recuperarla: renueve la firma y elija otra.{' '}
        <a class="govuk-link" href="/mi-firma/terminar">
          Terminar mi firma
        </a>
      </p>
    </>
  );
}
