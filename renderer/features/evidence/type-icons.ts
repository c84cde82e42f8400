import { FileImage, FileSpreadsheet, FileText, type LucideIcon, Mail, Presentation } from 'lucide-react';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';

const icons: Partial<Readonly<Record<EvidenceType, LucideIcon>>> = {
  xlsx: FileSpreadsheet,
  csv: FileSpreadsheet,
  pptx: Presentation,
  eml: Mail,
  msg: Mail,
  png: FileImage,
  jpeg: FileImage,
  gif: FileImage,
  webp: FileImage,
  tiff: FileImage,
  heic: FileImage,
};

export function typeIcon(type: EvidenceType): LucideIcon {
  return icons[type] ?? FileText;
}
