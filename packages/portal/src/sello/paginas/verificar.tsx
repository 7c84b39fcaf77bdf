import type { Veredicto } from '@autogestion/documentos';
import { esFecha, formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import {
  Advertencia,
  Boton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  type Valores,
} from '../../interfaz/index.ts';
import { archivo, Preguntar, texto } from '../../interfaz/preguntas/index.ts';
import { FORMA_ID_PUBLICO, idPublicoEscrito } from '../../plataforma/index.ts';
import { enlace } from '../enlaces.ts';
import type { Verificado } from '../verificar-documento.ts';
import { FirmaDePersona } from './firma-de-persona.tsx';

const NO_ES_CODIGO = 'El código tiene 26 letras y números. Revíselo junto al QR del documento.';
/** The code as a person types it, or the link of the QR. */
export const CODIGO = texto<unknown>({
  campo: 'codigo',
  que: 'El código',
  ayuda: 'Son 26 letras y números; está junto al QR. También puede pegar el enlace.',
  leer: idPublicoEscrito,
  falta: NO_ES_CODIGO,
  forma: { patron: FORMA_ID_PUBLICO, mensaje: NO_ES_CODIGO },
  maximo: 100,
  ortografia: false,
  mayusculas: 'none',
  autocompletar: 'off',
});

export const ARCHIVO = archivo<unknown>({
  ayuda: 'Hasta 20 MB. No lo guardamos.',
  acepta: 'application/pdf',
  falta: 'Elija el archivo PDF que quiere verificar.',
  excede: 'El archivo pesa más de 21 MB, y ningún documento nuestro es tan grande. Elija otro.',
});

interface Props {
  valores?: Valores;
  errores?: Record<string, string>;
}

/** Three ways to know whether a document is true: its QR, its code, its file. */
export function paginaVerificar({ valores = {}, errores = {} }: Props): string {
  const estado = enlace('rut.consultar-estado');
  return renderizarPagina(
    <Pagina
      titulo="Verificar un documento"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Compruebe si una copia del RUT es verdadera"
      errores={errores}
    >
      <p class="govuk-body">
        Apunte la cámara de su celular al código QR del documento: se abre la página que dice si es verdadero.
        Si no puede, use una de estas dos formas.
      </p>
      <h2 class="govuk-heading-m">Con el código del documento</h2>
      <Formulario accion="/verificar">
        <Preguntar pregunta={CODIGO} nombre="Código" {...{ valores, errores }} />
        <Boton>Verificar el código</Boton>
      </Formulario>
      <h2 class="govuk-heading-m">Con el archivo PDF</h2>
      <Formulario accion="/verificar/archivo" conArchivos>
        <Preguntar pregunta={ARCHIVO} nombre="Archivo PDF" errores={errores} />
        <Boton>Verificar el archivo</Boton>
      </Formulario>
      {estado ? (
        <p class="govuk-body">
          ¿Solo quiere saber si un NIT está activo?{' '}
          <a class="govuk-link" href={estado}>
            Consulte el estado del RUT
          </a>
          .
        </p>
      ) : null}
      <p class="govuk-body-s">
        Para verificar sin conexión:{' '}
        <a class="govuk-link" href="/verificar/autoridad.pem">
          certificados de la oficina
        </a>{' '}
        y{' '}
        <a class="govuk-link" href="/verificar/llaves.json">
          llaves de los códigos QR
        </a>
        .
      </p>
    </Pagina>,
  );
}

/** What the office knows of a document. With script, an island also checks what the QR itself says. */
export function paginaDocumento(v: Verificado, llaves: object): string {
  const { publico: p } = v;
  const cambio = v.estadoHoy !== undefined && v.estadoHoy.estado !== p.estado;
  return renderizarPagina(
    <Pagina
      titulo="El documento es verdadero"
      indexable={false}
      islas={['verificar-qr']}
      migas={[{ texto: 'Verificar', href: '/verificar' }]}
      encabezado={null}
    >
      <ag-verificar-qr data-llaves={JSON.stringify(llaves)} data-id={v.idPublico} aria-live="polite" />
      <Panel titulo="Esta oficina expidió este documento">{p.titulo}</Panel>
      {p.demostracion ? <Advertencia>Es un documento de demostración: no tiene validez.</Advertencia> : null}
      {cambio ? (
        <Advertencia>
          El estado cambió después de expedir el documento. El RUT está {v.estadoHoy?.estado} desde el{' '}
          {diaEscrito(v.estadoHoy?.desde)}.
        </Advertencia>
      ) : null}
      {p.version ? (
        <Advertencia>
          Copia la versión {p.version.numero} del RUT, que ya no era la vigente: lo fue hasta el{' '}
          {diaEscrito(p.version.hasta)}.
        </Advertencia>
      ) : null}
      <p class="govuk-body">
        Compare estos datos con los del documento que tiene en la mano. Si alguno es distinto, el documento no
        es verdadero.
        {p.firma ? ' Para comprobar la firma y leer lo que se firmó, verifique el archivo PDF.' : ''}
      </p>
      <ListaResumen
        filas={[
          { clave: 'NIT', valor: formatearNit(p.nit, p.dv) },
          { clave: 'Nombre', valor: p.nombre },
          ...(p.firma
            ? [
                { clave: 'Firmado por', valor: p.firma.por },
                { clave: 'Fecha y hora de la firma', valor: formatearFechaHora(new Date(p.firma.en)) },
                { clave: 'Radicado', valor: p.firma.radicado },
              ]
            : [{ clave: 'Estado en el documento', valor: <Estado estado={p.estado} desde={p.desde} /> }]),
          ...(v.estadoHoy ? [{ clave: 'Estado hoy', valor: <Estado {...v.estadoHoy} /> }] : []),
          { clave: 'Expedido', valor: diaEscrito(p.fecha) },
          { clave: 'Sellado', valor: v.selladoEn ? formatearFechaHora(v.selladoEn) : 'En proceso' },
          ...(v.hash
            ? [{ clave: 'Huella del PDF (SHA-256)', valor: <code class="huella">{v.hash}</code> }]
            : []),
        ]}
      />
    </Pagina>,
  );
}

const Estado = ({ estado, desde }: { estado: string; desde?: string | undefined }) => (
  <>
    <Etiqueta tono={estado === 'activo' ? 'bien' : estado === 'suspendido' ? 'ojo' : 'mal'}>
      {estado.toUpperCase()}
    </Etiqueta>
    {desde === undefined ? null : ` desde el ${diaEscrito(desde)}`}
  </>
);

const diaEscrito = (dia = ''): string => (esFecha(dia) ? formatearFecha(dia) : dia);

export const paginaNoExiste = () =>
  renderizarPagina(
    <Pagina
      titulo="No expedimos ese documento"
      encabezado="No expedimos un documento con ese código"
      indexable={false}
      migas={[{ texto: 'Verificar', href: '/verificar' }]}
    >
      <p class="govuk-body">
        Puede que el código se haya leído mal o que el documento esté alterado. Escanéelo otra vez, con buena
        luz. Si vuelve a ver esta página, no confíe en el documento y pida otro a quien se lo dio.
      </p>
    </Pagina>,
  );

const TITULOS: Record<Veredicto['estado'], string> = {
  integro: 'El archivo es verdadero y está completo',
  alterado: 'El archivo fue alterado',
  'sin-sello': 'El archivo no tiene el sello de una oficina',
  'sello-de-otra-autoridad': 'El sello no es de esta oficina',
  'sello-invalido': 'El sello no es válido',
};

export function paginaVeredicto(v: Veredicto): string {
  const { firma } = v;
  const confiable = v.estado === 'integro' && (!firma || firma.estado === 'valida');
  return renderizarPagina(
    <Pagina
      titulo={TITULOS[v.estado]}
      indexable={false}
      migas={[{ texto: 'Verificar', href: '/verificar' }]}
      encabezado={confiable ? null : undefined}
    >
      {confiable ? <Panel titulo={TITULOS[v.estado]} /> : null}
      {v.razones.map((r) => (
        <p class="govuk-body">{r}</p>
      ))}
      {v.estado === 'integro' ? null : (
        <Advertencia>No confíe en este archivo: pida el original a quien se lo dio.</Advertencia>
      )}
      {firma ? <FirmaDePersona firma={firma} /> : null}
      <ListaResumen
        filas={[
          ...(v.firmante ? [{ clave: 'Sellado por', valor: v.firmante }] : []),
          ...(v.estampadoEn
            ? [{ clave: 'Fecha y hora del sello', valor: formatearFechaHora(v.estampadoEn) }]
            : []),
          ...(v.certificadoVigente === undefined
            ? []
            : [{ clave: 'Certificado vigente ese día', valor: v.certificadoVigente ? 'Sí' : 'No' }]),
        ]}
      />
    </Pagina>,
  );
}
